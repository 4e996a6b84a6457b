#!/usr/bin/env bash
# No trap can be reached from what people write, and time comes only from the caller. Looks at the sources for
#   unwrap     !-unwraps, implicitly unwrapped types, try!, as!, unowned
#   trap       fatalError, precondition, assert, unreachable
#   clock      reading the clock
#   unchecked  what the compiler is told not to check
#   subscript  constant and neighbouring indices ([0], [i - 1]) with no test of a count or a bound in sight: on that line or the eight before
# and compares with Scripts/lint-allowed.txt: rule, file, at most how many, reason. An allowance that nobody needs any more must go.
#   Scripts/lint.sh          says where
#   Scripts/lint.sh count    prints what is found in the form of the list
set -euo pipefail
cd "$(dirname "$0")/.."

find Sources -name '*.swift' | LC_ALL=C sort | perl -e '
  use strict; use warnings;
  my @rules = (
    [unwrap => qr/[\w)\]>"]!(?![=\w])|[\w)\]>]!\.|\b(?:try|as)!|\bunowned\b/],
    [trap => qr/\b(?:fatalError|precondition(?:Failure)?|assert(?:ionFailure)?)\(|\bnever:|unsafelyUnwrapped/],
    [clock => qr/\bDate\(\)|\bDate\.now\b|(?<!case )(?<![.\w])(?:time|gettimeofday|clock_gettime)\(|Clock\(\)|Clock\.now\b|\.now\(\)|systemUptime/],
    [unchecked => qr/\@unchecked|nonisolated\(unsafe\)|\bunsafe[A-Z]\w*\b(?!d)|unchecked\w*:|Unmanaged/],
    [subscript => qr/[\w)\]]\[(?:\d+|[\w.]+ [-+] \d+)\]/],
  );
  my $tested = qr/[cC]ount\b|indices|isEmpty|[<>]=? *\d|\.\.<|while let|\.first\b|\.last\b/;
  my (%found, %where, %allowed, $failed);
  while (my $file = <STDIN>) {
    chomp $file;
    open my $in, "<", $file or die "$file: $!";
    my $in_text = 0;
    my @recent = ("") x 8;
    while (my $line = <$in>) {
      chomp $line;
      my $code = $line;
      if ($in_text or $code =~ /"""/) {
        $in_text = !$in_text if ($code =~ /"""/ and ($code =~ s/"""/"""/g) % 2);
        next;
      }
      # Of texts only what is interpolated counts; comments do not.
      $code =~ s/"((?:[^"\\]|\\.)*)"/my $t = $1; "\"" . join(" ", $t =~ m{\\\(((?:[^()]|\([^()]*\))*)\)}g) . "\""/ge;
      $code =~ s{//.*}{};
      for my $rule (@rules) {
        my ($name, $pattern) = @$rule;
        while ($code =~ /$pattern/g) {
          # A declaration or a label of that name is no call.
          next if $name eq "trap" and $code =~ /\b(?:case|func)\b.*assert\(|[.]assert\(/;
          next if $name eq "subscript" and "@recent $code" =~ $tested;
          $found{"$name\t$file"}++;
          $where{"$name\t$file"} .= "$file:$.: $name: $line\n";
        }
      }
      push @recent, $code;
      shift @recent;
    }
  }
  if ("@ARGV" eq "count") {
    for (sort keys %found) { my ($rule, $file) = split /\t/; printf "%-9s %s %d\n", $rule, $file, $found{$_} }
    exit 0;
  }
  open my $list, "<", "Scripts/lint-allowed.txt" or die "lint-allowed.txt: $!";
  while (<$list>) {
    next if /^\s*(?:#|$)/;
    if (/^(\w+)\s+(\S+)\s+(\d+)\s+(\S.*)$/) { $allowed{"$1\t$2"} = $3 }
    else { print "Scripts/lint-allowed.txt:$.: not: rule, file, how many, reason\n"; $failed = 1 }
  }
  for (sort keys %found) {
    next if $found{$_} <= ($allowed{$_} // 0);
    printf "%s: %d, allowed %d\n%s", join(" in ", split /\t/), $found{$_}, $allowed{$_} // 0, $where{$_};
    $failed = 1;
  }
  for (sort keys %allowed) {
    next if $found{$_};
    printf "%s: allowed, but there is none any more\n", join(" in ", split /\t/);
    $failed = 1;
  }
  exit($failed ? 1 : 0);
' "$@"
