import ZhibenSession

/// The shells for which there is a completion script.
enum CompletionShell: String, WordChoice {
  case bash, zsh, fish

  var chinese: String { rawValue }

  /// The script that asks the program what may stand at the cursor. It knows no command by itself, so it need not be made anew for a new version.
  var script: String {
    switch self {
    case .bash: Self.forBash
    case .zsh: Self.forZsh
    case .fish: Self.forFish
    }
  }

  /// bash cuts words at `=` and `:`; what it lists replaces the typed word, so that letters may become characters.
  private static let forBash = #"""
    _zhiben() {
      local word="${COMP_WORDS[COMP_CWORD]}" line
      local -a answers=()
      [ "$word" = "=" ] && word=""
      mapfile -t answers < <("${COMP_WORDS[0]}" __complete "${COMP_WORDS[@]:1:COMP_CWORD-1}" "$word" 2>/dev/null)
      COMPREPLY=()
      case "${answers[0]}" in
        @folders) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$word") ;;
        @scripts) compopt -o filenames
          mapfile -t COMPREPLY < <(compgen -d -- "$word"; compgen -f -X '!*.plan' -- "$word"; compgen -f -X '!*.plan.md' -- "$word") ;;
        @*) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
        *) for line in "${answers[@]}"; do COMPREPLY+=("$(printf '%q' "${line%%$'\t'*}")"); done ;;
      esac
    }
    complete -F _zhiben zhiben

    """#

  private static let forZsh = #"""
    #compdef zhiben
    _zhiben() {
      local line
      local -a answers texts shown
      answers=("${(@f)$("${words[1]}" __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
      case "${answers[1]}" in
        @folders) _files -/ ;;
        @scripts) _files -g '*.plan(|.md)' ;;
        @*) _files ;;
        *)
          for line in "${answers[@]}"; do
            [ -n "$line" ] || continue
            texts+=("${line%%$'\t'*}")
            shown+=("${line/$'\t'/  }")
          done
          compadd -U -l -d shown -a texts ;;
      esac
    }
    if [ "$funcstack[1]" = _zhiben ]; then _zhiben "$@"; else compdef _zhiben zhiben; fi

    """#

  private static let forFish = #"""
    function __zhiben_complete
        set -l words (commandline -opc)
        set -l typed (commandline -ct)
        set -l answers ($words[1] __complete $words[2..] "$typed" 2>/dev/null)
        switch "$answers[1]"
            case '@folders'
                __fish_complete_directories "$typed"
            case '@scripts'
                __fish_complete_suffix "$typed" .plan .plan.md
            case '@*'
                __fish_complete_path "$typed"
            case '*'
                string join \n $answers
        end
    end
    complete -c zhiben -f -a '(__zhiben_complete)'

    """#
}
