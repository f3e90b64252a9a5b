import DeepTeaching
import Foundation
import TestSupport
import XCTest

@testable import SyntheticCohort

/// Small cohorts, and what lies in their folders.
enum CohortFixtures {
    /// One patient of the fourth hospital, whose scanner is one of Philips.
    static let philips = CohortProfile(
        name: "philips", micronsPerPixel: 4, sectionMillimeters: (4, 3),
        patientsPerCenter: [0, 0, 0, 1], tileSide: 256, guaranteedStages: [.pN2])

    /// Copies the painted slides to where a cohort of the same plan has them, so that a run paints
    /// only those that are left out.
    static func copySlides(
        of generator: CohortGenerator, to folder: URL, but leftOut: Set<String> = []
    ) throws {
        XCTAssertEqual(generator.plan, PaintedCohort.generator.plan)
        try generator.generate(into: folder, slides: [])
        for entry in generator.entries where !leftOut.contains(entry.name) {
            try FileManager.default.copyItem(
                at: PaintedCohort.folder().appending(path: entry.slide.slidePath),
                to: folder.appending(path: entry.slidePath))
        }
    }

    /// The bytes of all files below a folder, by path.
    static func contents(_ folder: URL) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appendingPathComponent(path)
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder)
            if !isFolder.boolValue { contents[path] = try Data(contentsOf: file) }
        }
        return contents
    }

    /// What `truth.json` says.
    static func truth(in folder: URL) throws -> CohortTruth {
        try JSONDecoder().decode(
            CohortTruth.self,
            from: Data(contentsOf: folder.appendingPathComponent("truth.json")))
    }

    /// Options of the layout of CAMELYON17 but for one thing.
    static func options(_ change: (inout CohortOptions) -> Void) -> CohortOptions {
        var options = CohortOptions()
        change(&options)
        return options
    }

    /// How much two pictures differ in the mean of all pixels and channels.
    static func meanDifference(_ first: Image, _ second: Image) -> Double {
        let sum = zip(first.pixels, second.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(sum) / Double(first.pixels.count)
    }
}
