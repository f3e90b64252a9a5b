import Graders
import XCTest

final class Lesson13TreesAndForestsTests: XCTestCase {
    func testGini() throws { try grade("gini", in: .treesAndForests) }
    func testBestSplit() throws { try grade("bestSplit", in: .treesAndForests) }
    func testGrowTree() throws { try grade("growTree", in: .treesAndForests) }
    func testBootstrapSample() throws { try grade("bootstrapSample", in: .treesAndForests) }
    func testForestProbability() throws { try grade("forestProbability", in: .treesAndForests) }
    func testOutOfBagError() throws { try grade("outOfBagError", in: .treesAndForests) }
    func testPermutationImportance() throws {
        try grade("permutationImportance", in: .treesAndForests)
    }
}
