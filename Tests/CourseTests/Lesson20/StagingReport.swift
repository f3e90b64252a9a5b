import Foundation
import XCTest

/// The numbers of a `report.json`.
struct StagingReport {
    /// The keys of all numbers, also of those that are not defined.
    let keys: Set<String>

    private let values: [String: Double]

    init(_ file: URL) throws {
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let numbers = try XCTUnwrap(object as? [String: Any]).filter { $0.key != "about" }
        keys = Set(numbers.keys)
        values = numbers.compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }

    /// A number, or nil if it is null.
    subscript(key: String) -> Double? { values[key] }
}
