import XCTest

@testable import DeepTeaching

/// What a header may say: what NumPy reads, and nothing that it refuses.
final class NPYHeaderTests: XCTestCase {
    private let good = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }"

    /// A file with this header and this many bytes of elements.
    private func file(
        _ header: String, bytes: Int = 24, version: (UInt8, UInt8) = (1, 0)
    ) -> Data {
        let text = Data(header.utf8)
        let length = [UInt8(text.count & 255), UInt8(text.count >> 8)]
        return Data([0x93] + Array("NUMPY".utf8) + [version.0, version.1] + length)
            + (version.0 == 1 ? Data() : Data([0, 0])) + text + Data((0..<bytes).map { UInt8($0) })
    }

    /// The header with one part replaced.
    private func changed(_ part: String, _ other: String) -> String {
        good.replacingOccurrences(of: part, with: other)
    }

    private func expect(_ expected: TensorFileError, _ data: Data, line: UInt = #line) {
        assertThrows(expected, line: line) { try Tensor<Float>(npy: data) }
    }

    private func expectMalformed(_ header: String, _ reason: String? = nil, line: UInt = #line) {
        XCTAssertThrowsError(try Tensor<Float>(npy: file(header)), header, line: line) { error in
            guard case .malformedHeader(let found)? = error as? TensorFileError else {
                return XCTFail("\(header): \(error)", line: line)
            }
            if let reason { XCTAssertEqual(found, reason, line: line) }
        }
    }

    func testDamagedFiles() {
        expect(.otherFormat, Data())
        expect(.otherFormat, Data("\u{89}PNG....................".utf8))
        expect(.unknownVersion(major: 9, minor: 0), file(good, version: (9, 0)))
        expect(.unknownVersion(major: 1, minor: 1), file(good, version: (1, 1)))
        expect(.malformedHeader(reason: "its length is cut off"), file(good).prefix(9))
        expect(.malformedHeader(reason: "it is longer than the file"), file(good).prefix(30))
        expect(.wrongLength(expectedBytes: 24, foundBytes: 23), file(good, bytes: 23))
        expect(.wrongLength(expectedBytes: 24, foundBytes: 25), file(good, bytes: 25))
        let padded = good + String(repeating: " ", count: 10_001 - good.count)
        expect(.malformedHeader(reason: "it has 10001 characters"), file(padded))
    }

    func testLongNumbersOfPython2AreRead() throws {
        let long = changed("(2, 3)", "(2L, 3L)")
        for major in [1, 2] as [UInt8] {
            let tensor = try Tensor<Float>(npy: file(long, version: (major, 0)))
            XCTAssertEqual(tensor.shape, [2, 3])
        }
        // Python 3 writes version 3, and knows no long numbers.
        XCTAssertThrowsError(try Tensor<Float>(npy: file(long, version: (3, 0))))
        XCTAssertNoThrow(try Tensor<Float>(npy: file(good, version: (3, 0))))
    }

    func testNumPysOtherSpellingsAreRead() throws {
        let expected = try Tensor<Float>(npy: file(good))
        for header in [
            changed("<f4", "f4"), changed("<f4", "=f4"), changed("<f4", "float32"),
            changed("<f4", "<f"), changed("<f4", "single"), changed("'shape'", "u'shape'"),
            changed("'", "\""), changed(": ", ":\t"), changed(", ", ",\n"),
            changed(", }", "}"), changed("(2, 3)", "(2, 3,)"), " \t" + good + " \n",
            changed("'shape'", "'shape': (7,), 'shape'"),
        ] {
            XCTAssertEqual(try Tensor<Float>(npy: file(header)), expected, header)
        }
        let turned = try Tensor<Float>(npy: file(changed("False", "True")))
        XCTAssertEqual(turned.shape, [2, 3])
        XCTAssertEqual(turned.elements[1], expected.elements[2])
    }

    func testTypesByTheirCharacter() throws {
        let wide = file(changed("<f4", "<q").replacing("(2, 3)", with: "(2,)"), bytes: 16)
        XCTAssertEqual(
            try Tensor<Double>(npy: wide).elements,
            [Double(0x0706_0504_0302_0100), Double(0x0F0E_0D0C_0B0A_0908)])
        let truth = file(changed("<f4", "|?").replacing("(2, 3)", with: "(3,)"), bytes: 3)
        XCTAssertEqual(try Tensor<Float>(npy: truth).elements, [0, 1, 1])
        for type in [
            "<c8", "<U4", "|O", "<f3", "<i16", "", "<f16", "|b2", "<M8[ns]", "f04", "<float32",
            ">>f4", "F4", "V4",
        ] {
            expect(.wrongType(type), file(changed("<f4", type)))
        }
        expect(.wrongType("a record of several fields"), file(changed("'<f4'", "[('a', '<f4')]")))
    }

    func testMalformedDictionariesAreRefused() {
        expectMalformed(changed("{", ""))
        expectMalformed(changed("}", ""))
        expectMalformed(changed("False", "Falseish"))
        expectMalformed(changed("False", "Trueish"))
        expectMalformed(changed("False", "false"))
        expectMalformed(changed("'shape'", "shape"))
        expectMalformed(changed("'shape'", "'shape"))
        expectMalformed(changed("(2, 3)", "(2 3)"))
        expectMalformed(changed("(2, 3)", "(02, 3)"))
        expectMalformed(changed("(2, 3)", "(2x, 3)"))
        expectMalformed(changed("(2, 3)", "(2,, 3)"))
        expectMalformed(changed("(2, 3)", "(2, 3"))
        expectMalformed(good + "x")
        expectMalformed(good + "\0")
        expectMalformed(String(repeating: "(", count: 5000))
        expectMalformed("")
    }

    func testEntriesThatAreMissingOrOfAnotherKind() {
        expectMalformed(changed("descr", "desk"), "it has no descr")
        expectMalformed(
            changed(", }", ", 'more': 1}"),
            "it has more entries than descr, fortran_order and shape")
        expectMalformed("'text'", "it is no dictionary")
        let order = "fortran_order is neither True nor False"
        expectMalformed(changed("False", "0"), order)
        expectMalformed(changed("False", "'False'"), order)
        let shape = "the shape is no list of lengths"
        for other in ["6", "(6)", "[2, 3]", "'23'", "('2', 3)", "(True, 3)"] {
            expectMalformed(changed("(2, 3)", other), shape)
        }
        expectMalformed(changed("(2", "(-2"), "-2 is no length of an axis")
        expectMalformed(
            changed("(2", "(4611686018427387904"),
            "no machine holds the shape [4611686018427387904, 3]")
        expectMalformed(
            changed("(2, 3)", "(4611686018427387904, 0, 8)"),
            "no machine holds the shape [4611686018427387904, 0, 8]")
        expectMalformed(
            changed("(2", "(99999999999999999999"), "it has a number that no machine counts")
    }

    func testWhatAFloatCannotHold() throws {
        func file(_ values: [Double]) -> Data {
            Tensor<Double>(values, shape: [values.count]).npyData
        }
        XCTAssertEqual(
            try Tensor<Float>(npy: file([0.1, .infinity, 1e-50])).elements, [0.1, .infinity, 0])
        expect(.beyondRange(index: 1, value: 1e39), file([1, 1e39]))
        // The nearest Float, as a conversion gives.
        XCTAssertEqual(try Tensor<Float>(npy: file([16_777_217])).elements, [16_777_216])
    }
}
