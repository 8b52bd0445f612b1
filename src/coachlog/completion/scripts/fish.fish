# coachlog: what TAB can type, for fish. From: coachlog completion install fish
function __coachlog_complete
    set -lx _COACHLOG_COMPLETE fish
    set -l answer (coachlog (commandline -cp | string collect) 2>/dev/null)
    if test "$answer[1]" = :files
        # As for a command that fish knows nothing of.
        complete -C "'' "(commandline -ct)
    else if set -q answer[1]
        printf '%s\n' $answer
    end
end
complete -c coachlog -e
complete -c coachlog -f -k -a '(__coachlog_complete)'
