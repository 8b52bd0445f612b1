#compdef coachlog
# coachlog: what TAB can type, for zsh. From: coachlog completion install zsh
_coachlog() {
    local program=${(Q)words[1]} line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" answer
    local -a found
    whence -p -- $program >/dev/null || program=coachlog
    answer=$(_COACHLOG_COMPLETE=zsh $program "$line" 2>/dev/null)
    [[ -n $answer ]] || return 1
    [[ $PREFIX == --*=* ]] && compset -P '*='
    if [[ $answer == :files ]]; then
        _files
        return
    fi
    found=("${(@f)answer}")
    _describe -V coachlog found
}
if [[ $funcstack[1] == _coachlog ]]; then
    _coachlog "$@"
elif (( $+functions[compdef] )); then
    compdef _coachlog coachlog
fi
