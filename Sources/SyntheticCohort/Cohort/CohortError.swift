import DeepTeaching
import Foundation

/// What can keep a cohort from being generated.
public enum CohortError: Error, Sendable, Equatable {
    /// The folder holds another cohort: what it says of itself, and what was asked for.
    case otherCohort(folder: String, found: String, wanted: String)

    /// The folder holds something that is no cohort; `file` is one of its files.
    case foreignFolder(folder: String, file: String)

    /// A folder cannot be made, or a file not be written.
    case unwritable(path: String, reason: String)

    /// The disk has less room than the cohort needs; both in megabytes.
    case notEnoughSpace(folder: String, free: Int, needed: Int)

    /// The cohort has no slide of this name.
    case unknownSlide(name: String, example: String)

    /// A slide has no such tile: it has so many levels, and so many tiles on the level, if that
    /// exists.
    case noSuchTile(slide: String, address: TileAddress, levels: Int, tiles: PixelSize?)

    /// There is no profile of this name.
    case unknownProfile(name: String, known: [String])
}

extension CohortError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .otherCohort(let folder, let found, let wanted):
            "\(folder) holds another cohort (\(found)), not \(wanted). Choose another folder, or "
                + "remove this one if you no longer need it."
        case .foreignFolder(let folder, let file):
            "\(folder) is not empty and holds no cohort (there is \(file)). Choose an empty folder "
                + "or a new one; nothing was changed."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Choose a folder that you may write "
                + "to and that has room."
        case .notEnoughSpace(let folder, let free, let needed):
            "\(folder) has \(free) MB free, but the cohort needs about \(needed) MB. Make room, or "
                + "choose another folder or a smaller profile."
        case .unknownSlide(let name, let example):
            "The cohort has no slide \(name). Slides have names such as \(example)."
        case .noSuchTile(let slide, let address, _, .some(let tiles)):
            "\(slide) has no tile in column \(address.column), row \(address.row) of level "
                + "\(address.level), which has \(tiles) tiles. Count columns and rows from 0."
        case .noSuchTile(let slide, let address, let levels, .none):
            "\(slide) has no level \(address.level). Choose one from 0 to \(levels - 1)."
        case .unknownProfile(let name, let known):
            "There is no profile \(name). Choose one of \(known.joined(separator: ", "))."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
