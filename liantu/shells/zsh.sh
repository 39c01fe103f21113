#compdef %(prog_name)s
# Completion of liantu in zsh; put into ~/.zshrc behind compinit: eval "$(liantu completion zsh)"
%(complete_func)s() {
    local kind value about
    local -a response plain open told
    response=("${(@f)$(env COMP_WORDS="${words[*]}" COMP_CWORD=$((CURRENT-1)) %(complete_var)s=zsh_complete %(prog_name)s 2>/dev/null)}")
    for kind value about in ${response}; do
        case $kind in
            dir) _path_files -/ ;;
            file) _path_files -f ;;
            plain)
                # A key waits for its value: no space behind it.
                if [[ $value == *= ]]; then
                    open+=("$value")
                elif [[ $about == _ ]]; then
                    plain+=("$value")
                else
                    told+=("$value:$about")
                fi
                ;;
        esac
    done
    (( $#open )) && compadd -U -V keys -S '' -a open
    (( $#plain )) && compadd -U -V plain -a plain
    (( $#told )) && _describe -V told told -U
    return 0
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
