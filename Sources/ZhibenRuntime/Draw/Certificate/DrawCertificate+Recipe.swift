extension DrawCertificate {
  /// How anyone draws again with sha256sum and sort: a script for /bin/sh that takes the certificate's file and says whether all follows.
  static func recipe(chinese: Bool) -> String {
    let notes =
      chinese
      ? [
        "把本段（不含标题）存为 check.sh，运行 sh check.sh 证书文件；或逐行照做。",
        "sed -n '/^== RECIPE ==$/,/^== SEAL ==$/p' 证书文件 | sed '1d;$d' > check.sh",
        "名单的哈希在号码公布之前已经公告；号码见公布来源。",
        "票号 = SHA-256(种子|编号)，有权重的每家有权重那么多张，取最小的一张；按层、已抽次数、票号排序。",
        "各层名额见 ALLOCATION：总数 × 本层家数 ÷ 总家数，余数大的先进一，同余数按层的次序；各层至少数先满足。",
      ]
      : [
        "save this part (without its heading) as check.sh and run sh check.sh CERTIFICATE; or do it line by line.",
        "sed -n '/^== RECIPE ==$/,/^== SEAL ==$/p' CERTIFICATE | sed '1d;$d' > check.sh",
        "the list's hash was announced before the number was published; the number stands at its source.",
        "ticket = SHA-256(seed|code); with weights a unit has so many, and the smallest counts; order: stratum, times drawn, ticket.",
        "places are under ALLOCATION: total x size / all, largest remainders first, ties by stratum; each stratum's least goes before.",
      ]
    let (good, bad) =
      chinese ? ("相符", "不符") : ("all follows", "DIFFERENT")
    return notes.map { "# \($0)\n" }.joined() + script(good: good, bad: bad)
  }

  private static func script(good: String, bad: String) -> String {
    #"""
    f="$1"; t=$(printf '\t'); w=$(mktemp -d); export LC_ALL=C
    hash() { printf '%s' "$1" | sha256sum | cut -c1-64; }
    seed=$(sed -n "s/^seed$t//p" "$f" | head -n 1)
    sed -n '/^== LIST ==$/,/^== RECIPE ==$/p' "$f" | sed '1d;$d' > "$w/list"
    printf 'list-sha256\t%s\n' "$(sha256sum < "$w/list" | cut -c1-64)" > "$w/all"
    kind=$(sed -n "s/^tickets$t//p" "$w/list")
    grep "^unit$t" "$w/list" | while IFS="$t" read -r tag stratum times code weight; do
      if [ "$kind" = weight ]; then
        k=1
        ticket=$(while [ "$k" -le "$weight" ]; do hash "$seed|$code|$k"; k=$((k + 1)); done | sort | head -n 1)
      else
        ticket=$(hash "$seed|$code")
      fi
      printf '%s\t%s\t%s\t%s\n' "$stratum" "$times" "$ticket" "$code"
    done | sort > "$w/tickets"
    of() {
      s="$1" awk -F '\t' '$1 "" == ENVIRON["s"] "" { print $1 "\t" ++k "\t" $3 "\t" $4 }' "$w/tickets"
    }
    sed -n '/^== ALLOCATION ==$/,/^== RESULT ==$/p' "$f" | grep "^place$t" > "$w/places"
    while IFS="$t" read -r tag stratum size drawn reserve how ground; do
      of "$stratum" | head -n "$drawn" | sed "s/^/drawn$t/"
    done < "$w/places" > "$w/chosen"
    while IFS="$t" read -r tag stratum size drawn reserve how ground; do
      of "$stratum" | tail -n "+$((drawn + 1))" | head -n "$reserve" | sed "s/^/reserve$t/"
    done < "$w/places" >> "$w/chosen"
    cat "$w/chosen" >> "$w/all"
    team=$(sed -n "s/^team$t//p" "$w/list" | cut -f 1)
    way=$(sed -n "s/^team$t//p" "$w/list" | cut -f 2)
    if [ "$team" -gt 0 ]; then
      while IFS="$t" read -r role stratum rank ticket code; do
        printf 'for\t%s\n' "$code"
        grep "^staff$t" "$w/list" | while IFS="$t" read -r tag person load; do
          if grep -q -x -F "avoid$t$code$t$person" "$w/list"; then continue; fi
          printf '%s\t%s\t%s\n' "$(hash "$seed|$code|$person")" "$person" "$load"
        done | sort
      done < "$w/chosen" > "$w/people"
      team="$team" way="$way" awk -F '\t' '
        function finish(  i, k, best, line) {
          if (unit == "") return
          line = "team\t" unit
          for (k = 0; k < ENVIRON["team"] && k < n; k++) {
            best = 0
            for (i = 1; i <= n; i++) {
              if (taken[i]) continue
              if (!best || (ENVIRON["way"] == "balanced" && now[i] < now[best])) best = i
            }
            taken[best] = 1
            line = line "\t" who[best]
            more[who[best]]++
          }
          print line
        }
        $1 == "for" { finish(); unit = $2; n = 0; split("", taken); next }
        { n++; who[n] = $2; now[n] = $3 + more[$2] }
        END { finish() }' "$w/people" >> "$w/all"
    fi
    cat "$w/all"
    { grep "^list-sha256$t" "$f"; sed -n '/^== RESULT ==$/,/^== STRIKES ==$/p' "$f" | sed '1d;$d'; } > "$w/stated"
    """#
      + "\nif cmp -s \"$w/all\" \"$w/stated\"; then echo \(good); else echo \(bad); diff \"$w/all\" \"$w/stated\"; exit 1; fi\n"
  }
}
