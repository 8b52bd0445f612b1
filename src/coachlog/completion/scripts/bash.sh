# coachlog: what TAB can type, for bash. From: coachlog completion install bash
_coachlog() {
    local program=$1 answer
    type -P -- "$program" >/dev/null || program=coachlog
    COMPREPLY=()
    answer=$(_COACHLOG_COMPLETE=bash "$program" "${COMP_LINE:0:COMP_POINT}" \
        "$COMP_TYPE" "${COLUMNS:-80}" "$COMP_WORDBREAKS" 2>/dev/null)
    if [[ $answer == :files ]]; then
        # Where compopt is missing, as on macOS, names of files are less nice.
        compopt -o default +o nosort 2>/dev/null && return
        answer=$(compgen -f -- "$2")
    fi
    while [[ $answer ]]; do
        COMPREPLY+=("${answer%%$'\n'*}")
        [[ $answer == *$'\n'* ]] || break
        answer=${answer#*$'\n'}
    done
}
complete -o nosort -F _coachlog coachlog 2>/dev/null || complete -F _coachlog coachlog
