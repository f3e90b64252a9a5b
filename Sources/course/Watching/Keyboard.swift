import Foundation

/// Single keys, from a terminal or a pipe.
struct Keyboard {
    private var isOpen = true

    /// The key that was pressed, waiting at most so long; nil if none was.
    mutating func key(waiting milliseconds: Int32) -> Character? {
        guard isOpen else {
            usleep(UInt32(milliseconds) * 1000)
            return nil
        }
        var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
        var byte: UInt8 = 0
        guard read(STDIN_FILENO, &byte, 1) == 1 else {
            isOpen = false
            return nil
        }
        return Character(Unicode.Scalar(byte))
    }
}
