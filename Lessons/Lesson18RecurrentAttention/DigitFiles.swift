import DeepTeaching
import Foundation

/// The IDX files of a folder: MNIST, or another data set of its form, packed by gzip or not.
struct DigitFiles {
    let folder: URL

    /// A part of the data set: its pictures `[count, 28, 28]` and their labels `[count]`.
    ///
    /// - Throws: `MissingDigits` if the folder does not hold the files, `TensorFileError` if one is damaged.
    func part(_ name: String) throws -> (pictures: Tensor<Float>, labels: Tensor<Float>) {
        (try tensor("\(name)-images", rank: 3), try tensor("\(name)-labels", rank: 1))
    }

    /// Data sets differ in a letter of their files' names.
    private func tensor(_ name: String, rank: Int) throws -> Tensor<Float> {
        let names = ["-", "."].map { "\(name)\($0)idx\(rank)-ubyte" }
        let files = (names + names.map { $0 + ".gz" }).map { folder.appending(path: $0) }
        guard let file = files.first(where: { FileManager.default.fileExists(atPath: $0.path) })
        else { throw MissingDigits.file(names[0], folder: folder.path) }
        if file.pathExtension == "gz" { return try Tensor(idx: unpacked(file)) }
        return try Tensor(idx: file)
    }

    /// What gzip makes of a file.
    private func unpacked(_ file: URL) throws -> Data {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw MissingDigits.unpacking(file.path, code: process.terminationStatus)
        }
        return data
    }
}

/// Why a folder gives no digits.
enum MissingDigits: Error, CustomStringConvertible {
    case file(String, folder: String)
    case unpacking(String, code: Int32)

    var description: String {
        switch self {
        case .file(let name, let folder):
            "\(folder) has neither \(name) nor \(name).gz: --data takes the folder with the four files "
                + "of MNIST, or of a data set of its form"
        case .unpacking(let path, let code):
            "\(path) cannot be unpacked (gzip -dc ended with \(code)): it is damaged, or gzip is missing"
        }
    }
}
