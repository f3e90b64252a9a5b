/// How pictures are shown in a terminal.
public enum PictureStyle: String, Sendable, CaseIterable {
    /// Pixels, by the protocol of the terminal kitty.
    case kitty
    /// Pixels, by the protocol of the terminal iTerm2.
    case iterm2
    /// Pixels of 216 colours, by the protocol of DEC's terminals.
    case sixel
    /// Two pixels in each character, in all colours.
    case halfBlocks = "half-blocks"
    /// Two pixels in each character, in 256 colours.
    case colors256 = "256-colors"
    /// Letters of different darkness.
    case ascii
    /// Only the line of words and the path of the file.
    case none

    /// The best that a terminal with this environment is known to show.
    static func choose(
        environment: [String: String], isTerminal: Bool, usesColor: Bool
    ) -> PictureStyle {
        guard isTerminal else { return .none }
        let term = environment["TERM"] ?? ""
        if term == "dumb" || !usesColor { return .ascii }
        let program = environment["TERM_PROGRAM"] ?? ""
        if !isMultiplexed(environment) {
            if environment["KITTY_WINDOW_ID"] != nil || term == "xterm-kitty"
                || ["ghostty", "WezTerm"].contains(program)
            {
                return .kitty
            }
            if program == "iTerm.app" { return .iterm2 }
            if ["foot", "foot-extra", "mlterm", "yaft-256color"].contains(term) { return .sixel }
        }
        // tmux and screen pass true colour on only if told so; most are.
        let hasTrueColor = ["truecolor", "24bit"].contains(environment["COLORTERM"] ?? "")
        return hasTrueColor || environment["TMUX"] != nil ? .halfBlocks : .colors256
    }

    /// Whether tmux or screen stands between the lesson and the terminal.
    static func isMultiplexed(_ environment: [String: String]) -> Bool {
        let term = environment["TERM"] ?? ""
        return environment["TMUX"] != nil || environment["STY"] != nil
            || term.hasPrefix("screen") || term.hasPrefix("tmux")
    }
}
