import DeepTeaching
import Foundation
import XCTest

/// The folders of the library are its architecture: data flow from room to room, so a room names
/// only types of rooms that it may know.
final class RoomOrderTests: XCTestCase {
    private static let mayKnow: [String: Set<String>] = [
        "Tensors": [],
        "Differentiation": ["Tensors"],
        "Layers": ["Tensors", "Differentiation"],
        "Training": ["Tensors", "Differentiation", "Layers"],
        "Attention": ["Tensors", "Differentiation", "Layers"],
        // A perceptron among them is made of the library's own layers, and trained by its loop.
        "Estimators": ["Tensors", "Differentiation", "Layers", "Training"],
        "Evaluation": ["Tensors"],
        "Images": ["Tensors"],
        "Slides": ["Tensors", "Images"],
        "Tissue": ["Tensors", "Images", "Slides"],
        "Patches": ["Tensors", "Images", "Slides", "Tissue"],
        "Maps": [
            "Tensors", "Differentiation", "Layers", "Training", "Images", "Slides", "Tissue",
            "Patches",
        ],
        "Staging": [
            "Tensors", "Differentiation", "Layers", "Training", "Estimators", "Evaluation",
            "Images", "Slides", "Tissue", "Patches", "Maps",
        ],
    ]

    func testEachRoomNamesOnlyRoomsThatItMayKnow() throws {
        let files = try House.swiftFiles(below: "Sources/DeepTeaching")
        let found = try parallelMap(files.count) { index in
            let code = try House.code(of: files[index])
            return (types: House.declaredTypes(in: code), words: House.words(in: code))
        }
        var roomOfType: [String: String] = [:]
        for (file, found) in zip(files, found) {
            for type in found.types { roomOfType[type] = room(of: file) }
        }
        XCTAssertGreaterThan(roomOfType.count, 30, "the search for types found too few")

        for (file, found) in zip(files, found) {
            let own = room(of: file)
            let known = try XCTUnwrap(Self.mayKnow[own], "the room \(own) is not in this list")
            for word in found.words {
                guard let other = roomOfType[word], other != own else { continue }
                XCTAssertTrue(
                    known.contains(other),
                    "\(own)/\(file.lastPathComponent) names \(word) of the later room \(other)")
            }
        }
    }

    private func room(of file: URL) -> String {
        let parts = file.pathComponents
        return parts[(parts.lastIndex(of: "DeepTeaching") ?? 0) + 1]
    }
}
