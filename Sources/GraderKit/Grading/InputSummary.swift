import Foundation

/// Inputs in one or two lines: long arrays are cut short, numbers keep six digits.
enum InputSummary {
    /// The arguments with their names, for example "points: [...]; centroids: [[1, 0], [8, 0]]".
    static func text(of inputs: Data, labels: [String]) -> String {
        guard
            let value = try? JSONSerialization.jsonObject(with: inputs, options: .fragmentsAllowed)
        else { return "" }
        guard let values = value as? [Any], values.count == labels.count else {
            return short(value)
        }
        return zip(labels, values).map { "\($0): \(short($1))" }.joined(separator: "; ")
    }

    private static func short(_ value: Any) -> String {
        switch value {
        case let array as [Any]:
            let shown = array.prefix(4).map(short).joined(separator: ", ")
            return array.count > 4 ? "[\(shown), ... \(array.count) in all]" : "[\(shown)]"
        case let object as [String: Any]:
            let shown = object.sorted { $0.key < $1.key }.map { key, value in
                "\(key): \(short(key == "pixels" ? bytes(of: value) : value))"
            }
            return "(\(shown.joined(separator: ", ")))"
        case let text as String: return text
        case let number as NSNumber: return Difference.short(number.doubleValue)
        default: return "nil"
        }
    }

    /// The bytes of a picture, which travel in base64.
    private static func bytes(of pixels: Any) -> Any {
        guard let text = pixels as? String, let data = Data(base64Encoded: text) else {
            return pixels
        }
        return data.map { NSNumber(value: $0) }
    }
}
