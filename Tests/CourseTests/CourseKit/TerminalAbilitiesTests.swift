import XCTest

@testable import CourseKit

/// What the environment says about colours and pictures.
final class TerminalAbilitiesTests: XCTestCase {
    func testColorDecisions() {
        let cases: [([String: String], terminal: Bool, expected: Bool)] = [
            ([:], true, true),
            ([:], false, false),
            (["NO_COLOR": "1"], true, false),
            (["NO_COLOR": ""], true, true),
            (["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], true, false),
            (["CLICOLOR_FORCE": "1"], false, true),
            (["CLICOLOR_FORCE": "0"], false, false),
            (["CLICOLOR_FORCE": "1", "CLICOLOR": "0"], false, true),
            (["CLICOLOR_FORCE": "1", "TERM": "dumb"], false, true),
            (["CLICOLOR": "0"], true, false),
            (["CLICOLOR": "1"], false, false),
            (["TERM": "dumb"], true, false),
            (["TERM": "dumb", "CLICOLOR": "1"], true, false),
        ]
        for (environment, terminal, expected) in cases {
            XCTAssertEqual(
                TerminalAbilities.usesColor(environment: environment, isTerminal: terminal),
                expected, "\(environment), terminal: \(terminal)")
        }
    }

    func testPictureChoices() {
        let cases: [([String: String], PictureStyle)] = [
            (["TERM": "xterm-kitty"], .kitty),
            (["KITTY_WINDOW_ID": "1", "TERM": "xterm-256color"], .kitty),
            (["TERM_PROGRAM": "iTerm.app", "TERM": "xterm-256color"], .iterm2),
            (["TERM": "foot"], .sixel),
            (["TERM": "xterm-256color", "COLORTERM": "truecolor"], .halfBlocks),
            (["TERM": "xterm-256color"], .colors256),
            (["TERM": "tmux-256color", "TMUX": "x", "KITTY_WINDOW_ID": "1"], .halfBlocks),
            (["TERM": "dumb"], .ascii),
            (["TERM": "xterm-kitty", "NO_COLOR": "1"], .ascii),
        ]
        for (environment, expected) in cases {
            let abilities = TerminalAbilities(
                environment: environment, isTerminal: true, columns: 90)
            XCTAssertEqual(abilities.pictures, expected, "\(environment)")
        }
    }

    func testLinksAreForTerminalsThatShowThem() {
        func showsLinks(_ environment: [String: String], isTerminal: Bool = true) -> Bool {
            TerminalAbilities(environment: environment, isTerminal: isTerminal, columns: 80)
                .showsLinks
        }
        for environment in [
            ["TERM": "xterm-kitty"], ["TERM_PROGRAM": "iTerm.app"], ["VTE_VERSION": "7200"],
            ["WT_SESSION": "1"],
        ] {
            XCTAssertTrue(showsLinks(environment), "\(environment)")
            XCTAssertFalse(showsLinks(environment, isTerminal: false), "\(environment) in a pipe")
            let inside = environment.merging(["TMUX": "x"]) { $1 }
            XCTAssertFalse(showsLinks(inside), "\(environment) in tmux")
        }
        for environment in [
            [:], ["TERM": "xterm-256color"], ["VTE_VERSION": "4000"], ["TERM_PROGRAM": "vscode"],
        ] {
            XCTAssertFalse(showsLinks(environment), "\(environment)")
        }
    }

    func testPipeShowsNoPicturesUnlessAsked() {
        let environment = ["TERM": "xterm-kitty", "CLICOLOR_FORCE": "1"]
        let pipe = TerminalAbilities(environment: environment, isTerminal: false, columns: 200)
        XCTAssertEqual(pipe.pictures, .none)
        XCTAssertEqual(pipe.width, 80)
        let asked = TerminalAbilities(
            environment: environment, isTerminal: false, columns: nil, pictures: .ascii)
        XCTAssertEqual(asked.pictures, .ascii)
    }

    func testWidthIsTheTerminals() {
        func width(_ columns: Int?) -> Int {
            TerminalAbilities(environment: [:], isTerminal: true, columns: columns).width
        }
        XCTAssertEqual(width(62), 62)
        XCTAssertEqual(width(240), 100)
        XCTAssertEqual(width(3), 20)
        XCTAssertEqual(width(nil), 80)
    }
}
