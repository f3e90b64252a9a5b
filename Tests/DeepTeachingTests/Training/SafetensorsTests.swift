import XCTest

@testable import DeepTeaching

/// What a safetensors file may say: what the reference implementation reads, and nothing that it
/// refuses.
final class SafetensorsTests: XCTestCase {
    /// A file of this header and these bytes of numbers.
    private func file(
        _ header: some Sequence<UInt8>, numbers: Data = Data(count: 8), length: UInt64? = nil
    ) -> Data {
        let header = Data(header)
        var data = Data()
        withUnsafeBytes(of: (length ?? UInt64(header.count)).littleEndian) {
            data.append(contentsOf: $0)
        }
        return data + header + numbers
    }

    private func file(_ header: String, numbers: Int = 8, length: UInt64? = nil) -> Data {
        file(header.utf8, numbers: Data(count: numbers), length: length)
    }

    private func expect(_ expected: CheckpointError, from data: Data, line: UInt = #line) {
        assertThrows(expected, line: line) { try SafetensorsFormat.checkpoint(from: data) }
    }

    private func expectMalformed(
        _ header: some Sequence<UInt8>, _ reason: String? = nil, line: UInt = #line
    ) {
        let header = Array(header)
        XCTAssertThrowsError(try SafetensorsFormat.checkpoint(from: file(header)), line: line) {
            guard case .malformedHeader(let found)? = $0 as? CheckpointError else {
                return XCTFail("\(String(decoding: header, as: UTF8.self)): \($0)", line: line)
            }
            if let reason { XCTAssertEqual(found, reason, line: line) }
        }
    }

    private let good = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#

    /// Tensors of four numbers by name at these places, and a file of `numbers` bytes.
    private func tensors(_ places: [(String, Int)], numbers: Int) -> Data {
        let entries = places.map { name, begin in
            #""\#(name)":{"dtype":"F32","shape":[4],"data_offsets":[\#(begin),\#(begin + 16)]}"#
        }
        return file("{\(entries.joined(separator: ","))}", numbers: numbers)
    }

    func testDamagedFiles() {
        XCTAssertNoThrow(try SafetensorsFormat.checkpoint(from: file(good)))
        expect(.tooShort(bytes: 0), from: Data())
        expect(.tooShort(bytes: 7), from: Data(count: 7))
        expect(
            .headerBeyondFile(headerBytes: .max, fileBytes: good.utf8.count + 16),
            from: file(good, length: .max))
        expect(
            .headerBeyondFile(headerBytes: UInt64(good.utf8.count), fileBytes: 20),
            from: file(good).prefix(20))
        expect(
            .wrongOffsets(name: "a", begin: 0, end: 8, expectedBytes: 8, fileBytes: 7),
            from: file(good).dropLast())
        for (offsets, begin, end) in [("[0,4]", 0, 4), ("[8,0]", 8, 0), ("[4,12]", 4, 12)] {
            expect(
                .wrongOffsets(name: "a", begin: begin, end: end, expectedBytes: 8, fileBytes: 8),
                from: file(good.replacingOccurrences(of: "[0,8]", with: offsets)))
        }
        expectMalformed(
            good.replacingOccurrences(of: "[2]", with: "[4611686018427387904,4]").utf8,
            "no machine holds the shape [4611686018427387904, 4] of tensor a")
        expectMalformed(
            good.replacingOccurrences(of: "[2]", with: "[4611686018427387904,0,4]").utf8)
    }

    func testTensorsThatShareBytesAreRefused() {
        XCTAssertNoThrow(
            try SafetensorsFormat.checkpoint(from: tensors([("k", 16), ("v", 0)], numbers: 32)))
        expect(
            .overlap(name: "v", begin: 8, before: 16),
            from: tensors([("k", 0), ("v", 8)], numbers: 24))
        expect(
            .overlap(name: "v", begin: 0, before: 16),
            from: tensors([("k", 0), ("v", 0)], numbers: 16))
    }

    func testBytesOfNoTensorAreRefused() {
        expect(.unusedBytes(begin: 16, end: 20), from: tensors([("k", 0), ("v", 20)], numbers: 36))
        expect(.unusedBytes(begin: 0, end: 4), from: tensors([("k", 4)], numbers: 20))
        expect(.unusedBytes(begin: 16, end: 33), from: tensors([("k", 0)], numbers: 33))
        expect(.unusedBytes(begin: 0, end: 8), from: file("{}"))
    }

    func testNamesThatStandTwiceAreRefused() {
        let entry = #"{"dtype":"F32","shape":[2],"data_offsets":[0,8]}"#
        expectMalformed("{\"w\":\(entry),\"w\":\(entry)}".utf8, "the name w stands twice")
        expectMalformed("{\"w\":\(entry),\"\\u0077\":\(entry)}".utf8, "the name w stands twice")
        expectMalformed(
            good.replacingOccurrences(of: "[2],", with: #"[2],"shape":[2,1],"#).utf8,
            "the name shape stands twice")
        expectMalformed(
            good.replacingOccurrences(of: "{\"a", with: #"{"__metadata__":{"x":"","x":""},"a"#)
                .utf8,
            "the name x stands twice")
    }

    func testHeadersThatAreNoStrictJSONAreRefused() throws {
        for header in [
            "", "{", "[]", "\u{0}", #"{"a":3}"#, "\u{FEFF}" + good, " " + good, good + "\0",
            good + "{}", String(good.dropLast()) + ",}", String(repeating: "[", count: 100_000),
            #"{"a":"\x"}"#, #"{"a":"\ud800"}"#, "{\"a\":\"\n\"}", #"{"a":01}"#, #"{"a":1.}"#,
            #"{"__metadata__":{"a":3}}"#, #"{"__metadata__":[]}"#,
        ] { expectMalformed(header.utf8) }
        for (sound, damaged) in [
            ("[2]", "[-2]"), ("[2]", "[2.0]"), ("[2]", "[2e0]"), ("[2]", "2"), ("[2]", "[\"2\"]"),
            ("[2]", "[18446744073709551616]"), ("[0,8]", "[0]"), ("[0,8]", "[0,4,8]"),
            ("[0,8]", "[-8,0]"), ("\"F32\"", "32"), ("shape", "shades"),
        ] {
            expectMalformed(good.replacingOccurrences(of: sound, with: damaged).utf8)
        }
        expectMalformed(try XCTUnwrap(good.data(using: .utf16LittleEndian)))
        expectMalformed(Data([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D]))
        XCTAssertNoThrow(
            try SafetensorsFormat.checkpoint(
                from: file(
                    good.replacingOccurrences(of: "{\"a", with: #"{"__metadata__":null,"a"#)
                        + " \n")))
    }

    /// Each type with the bytes of some numbers.
    func testAllTypesAreReadWithConversion() throws {
        let cases: [(String, [UInt8], [Float])] = [
            ("F16", [0x00, 0x3C, 0x00, 0xC0, 0x01, 0x00], [1, -2, 0x1p-24]),
            ("BF16", [0x80, 0x3F, 0x00, 0xC0, 0x80, 0x7F], [1, -2, .infinity]),
            ("F64", [0, 0, 0, 0, 0, 0, 0xF8, 0x3F], [1.5]), ("I8", [0xFF, 0x7F], [-1, 127]),
            ("U8", [0xFF, 0x7F], [255, 127]), ("I16", [0xFE, 0xFF], [-2]),
            ("U16", [0xFE, 0xFF], [65534]), ("I32", [0, 0, 0, 0x80], [-2_147_483_648]),
            ("U32", [0, 0, 0, 0x80], [2_147_483_648]),
            ("I64", [5, 0, 0, 0, 0, 0, 0, 0], [5]),
            ("U64", [255, 255, 255, 255, 255, 255, 255, 255], [0x1p64]),
            ("BOOL", [0, 1], [0, 1]),
        ]
        for (type, bytes, numbers) in cases {
            let header =
                #"{"a":{"dtype":"\#(type)","shape":[\#(numbers.count)],"data_offsets":[0,"#
                + "\(bytes.count)]}}"
            let read = try SafetensorsFormat.checkpoint(
                from: file(header.utf8, numbers: Data(bytes)))
            XCTAssertEqual(read.tensors["a"]?.elements, numbers, type)
        }
        for type in ["C64", "F8_E4M3", "f32", "I128"] {
            expect(
                .wrongType(name: "a", type: type),
                from: file(good.replacingOccurrences(of: "F32", with: type)))
        }
    }

    /// As PyTorch saves a batch normalisation: a count of batches among the weights.
    func testAWholeNumberWithoutAxesIsRead() throws {
        let header =
            #"{"bn.weight":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
            + #""bn.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}"#
        let numbers = Data([0, 0, 0x80, 0x3F, 0, 0, 0, 0x40, 5, 0, 0, 0, 0, 0, 0, 0])
        let read = try SafetensorsFormat.checkpoint(from: file(header.utf8, numbers: numbers))
        XCTAssertEqual(read.tensors["bn.weight"]?.elements, [1, 2])
        XCTAssertEqual(read.tensors["bn.num_batches_tracked"], Tensor(5))
    }

    func testANumberThatNoFloatHoldsIsRefused() {
        let numbers = withUnsafeBytes(of: (1e300).bitPattern.littleEndian) { Data($0) }
        let header = #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#
        expect(
            .beyondRange(name: "a", index: 0, value: 1e300),
            from: file(header.utf8, numbers: numbers))
    }
}
