import DeepTeaching
import Foundation

/// The peers' data: raw little-endian numbers in the folder that PEERS_DATA names.
enum PeerData {
    /// A table of `Float`, axes [rows, columns].
    ///
    /// - Throws: `MissingData` if the file is not there or holds no whole rows.
    static func table(_ name: String, columns: Int) throws -> Tensor<Float> {
        let bits = try numbers("\(name).f32", of: UInt32.self)
        guard bits.count.isMultiple(of: columns) else {
            throw MissingData(file: path("\(name).f32"))
        }
        return Tensor(
            bits.map { Float(bitPattern: $0) }, shape: [bits.count / columns, columns])
    }

    /// Labels.
    ///
    /// - Throws: `MissingData` if the file is not there.
    static func labels(_ name: String) throws -> [Int] {
        try numbers("\(name).i32", of: Int32.self).map { Int($0) }
    }

    /// A square picture.
    ///
    /// - Throws: `MissingData` if the file is not there or has another length.
    static func image(_ name: String, side: Int) throws -> Image {
        let size = PixelSize(side: side)
        return Image(size: size, pixels: try bytes(name, count: 3 * size.area))
    }

    /// The bytes of a picture.
    ///
    /// - Throws: `MissingData` if the file is not there or has another length.
    static func bytes(_ name: String, count: Int) throws -> [UInt8] {
        let bytes = try numbers("\(name).u8", of: UInt8.self)
        guard bytes.count == count else { throw MissingData(file: path("\(name).u8")) }
        return bytes
    }

    private static func path(_ file: String) -> String {
        (ProcessInfo.processInfo.environment["PEERS_DATA"] ?? "PEERS_DATA") + "/" + file
    }

    private static func numbers<Number: FixedWidthInteger>(
        _ file: String, of type: Number.Type
    ) throws -> [Number] {
        let path = path(file)
        guard let data = FileManager.default.contents(atPath: path), !data.isEmpty else {
            throw MissingData(file: path)
        }
        return data.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count - Number.bitWidth / 8 + 1, by: Number.bitWidth / 8)
                .map { Number(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: type)) }
        }
    }
}
