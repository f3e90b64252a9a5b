import DeepTeaching
import Foundation

/// A reader with all faults that a reader can have: the proof that fuzzing finds them. It is reached
/// by name only.
struct FaultyFormat: FileFormat {
    static let name = "faulty"

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "faulty") }

    var samples: [Data] { [Data("good".utf8)] }

    func fault(in bytes: Data) throws -> String? {
        switch bytes.reduce(0, { $0 &+ Int($1) }) % 24 {
        case 1: fatalError("it trusts what it reads")
        case 2: while true { usleep(1000) }
        case 3: return "it takes \(bytes.count) bytes for sound"
        case 4: throw CocoaError(.fileReadCorruptFile)
        case 5: throw TensorFileError.otherFormat
        case 6:
            let start = clock()
            while Double(clock() - start) < 1.2 * Double(CLOCKS_PER_SEC) {}
            return nil
        default: return nil
        }
    }
}
