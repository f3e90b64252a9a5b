import Foundation

/// The keyboard of the terminal, key by key and without echo.
struct RawTerminal {
    private let saved: termios

    /// Takes the keyboard; nil if standard input is no terminal.
    init?() {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        saved = modes
        take()
    }

    /// Takes the keyboard, also anew after the process was stopped and goes on (Ctrl-Z, fg).
    func take() {
        var modes = saved
        // Ctrl-C stays a signal, and line breaks are printed as ever.
        modes.c_lflag &= ~tcflag_t(ICANON | ECHO)
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }

    /// Gives the keyboard back as it was.
    func restore() {
        var modes = saved
        tcsetattr(STDIN_FILENO, TCSANOW, &modes)
    }
}

/// Calls a closure before the process ends by Ctrl-C, a hang-up or `kill`, and another one when it
/// goes on after having been stopped.
struct TerminalSignals {
    private let sources: [DispatchSourceSignal]

    /// Waits for the signals from now on; the closures run on a thread of their own.
    init(cleanUp: @escaping @Sendable () -> Void, goOn: @escaping @Sendable () -> Void) {
        let continuing = DispatchSource.makeSignalSource(signal: SIGCONT, queue: .global())
        continuing.setEventHandler(handler: goOn)
        continuing.resume()
        let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                cleanUp()
                Foundation.exit(128 + number)
            }
            source.resume()
            return source
        }
        sources = ending + [continuing]
    }
}
