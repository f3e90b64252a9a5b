import Foundation

extension String {
    /// The text without spaces and line ends around it.
    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
