import Foundation

/// What the terminal can show.
struct TerminalAbilities: Sendable, Equatable {
    var isTerminal: Bool
    var width: Int
    var usesColor: Bool
    var pictures: PictureStyle

    /// Whether words can be links (OSC 8).
    var showsLinks = false

    /// What a pipe or a file can show: plain text of 80 columns.
    static let pipe = TerminalAbilities(
        isTerminal: false, width: 80, usesColor: false, pictures: .none)

    /// What standard output can show.
    static func current(pictures: PictureStyle? = nil) -> TerminalAbilities {
        let environment = ProcessInfo.processInfo.environment
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return TerminalAbilities(
            environment: environment, isTerminal: isTerminal, columns: columns(STDOUT_FILENO),
            pictures: pictures)
    }

    init(isTerminal: Bool, width: Int, usesColor: Bool, pictures: PictureStyle) {
        self.isTerminal = isTerminal
        self.width = width
        self.usesColor = usesColor
        self.pictures = pictures
    }

    /// The decision from an environment; a given picture style overrides the choice.
    init(
        environment: [String: String], isTerminal: Bool, columns: Int?,
        pictures: PictureStyle? = nil
    ) {
        self.isTerminal = isTerminal
        // Lines of more than 100 columns are hard to read.
        width = isTerminal ? min(100, max(20, columns ?? 80)) : 80
        usesColor = Self.usesColor(environment: environment, isTerminal: isTerminal)
        self.pictures =
            pictures
            ?? PictureStyle.choose(
                environment: environment, isTerminal: isTerminal, usesColor: usesColor)
        showsLinks = isTerminal && Self.knowsLinks(environment)
    }

    /// Terminals that are known to show links. Others would show nothing of them, or their letters;
    /// the one of VS Code finds "file:line" by itself, and then leads to the line.
    private static func knowsLinks(_ environment: [String: String]) -> Bool {
        let term = environment["TERM"] ?? ""
        let program = environment["TERM_PROGRAM"] ?? ""
        if term == "dumb" || PictureStyle.isMultiplexed(environment) { return false }
        return ["xterm-kitty", "alacritty", "wezterm", "foot", "foot-extra"].contains(term)
            || ["iTerm.app", "WezTerm", "ghostty"].contains(program)
            || ["KITTY_WINDOW_ID", "WT_SESSION", "KONSOLE_VERSION"]
                .contains { environment[$0] != nil }
            || (environment["VTE_VERSION"].flatMap { Int($0) } ?? 0) >= 5000
    }

    /// `NO_COLOR`, then `CLICOLOR_FORCE`, then `CLICOLOR=0`, then `TERM=dumb`, then whether
    /// somebody looks at it: the first that applies decides.
    static func usesColor(environment: [String: String], isTerminal: Bool) -> Bool {
        if !(environment["NO_COLOR"] ?? "").isEmpty { return false }
        if !["", "0"].contains(environment["CLICOLOR_FORCE"] ?? "") { return true }
        if environment["CLICOLOR"] == "0" { return false }
        if environment["TERM"] == "dumb" { return false }
        return isTerminal
    }

    /// The columns of the terminal behind a descriptor, nil if it is none.
    static func columns(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
