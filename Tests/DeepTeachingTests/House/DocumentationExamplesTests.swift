import Foundation
import XCTest

/// What the documentation shows as Swift compiles.
final class DocumentationExamplesTests: XCTestCase {
    /// What the examples of a file take as given; an example of another file is complete.
    private static let given = [
        "Augmentation.swift":
            "augmentation: Augmentation, image: Image, mask: Mask, generator: inout SeededGenerator",
        "Batches.swift":
            "features: Tensor<Float>, labels: [Int], model: inout Sequential<Float>, "
            + "optimizer: inout Adam<Float>",
        "BootstrapInterval.swift": "patients: [String], truth: [PNStage], predictions: [PNStage]",
        "CohortGenerator.swift": "folder: URL",
        "CohortSource.swift": "lesson: Lesson",
        "CrossValidation.swift": "table: Tensor<Float>, labels: [Int], patients: [String]",
        "ColorDeconvolution.swift": "image: Image",
        "ColorPlanes.swift": "image: Image",
        "DecisionThreshold.swift":
            "validationScores: [Double], validationLabels: [Bool], testScores: [Double], "
            + "testLabels: [Bool]",
        "DecisionTree.swift": "table: Tensor<Float>, labels: [Int], names: [String]",
        "DetectionTable.swift": "map: ConfidenceMap, folder: URL",
        "GaussianMixture.swift": "table: Tensor<Float>",
        "GaussianMixture+Fit.swift": "table: Tensor<Float>",
        "GeoJSONFile.swift": "slide: SlideFile",
        "GridSearch.swift":
            "table: Tensor<Float>, labels: [Int], validation: CrossValidation, "
            + "newTable: Tensor<Float>",
        "Imputer.swift": "training: Tensor<Float>, test: Tensor<Float>",
        "KMeans.swift": "table: Tensor<Float>",
        "KMeans+Fit.swift": "table: Tensor<Float>",
        "KMeansPlusPlus.swift": "table: Tensor<Float>, rows: [[Double]]",
        "LesionDetection.swift": "found: [Detection], label: (BaselinePoint) -> Int?",
        "LessonStep.swift":
            "lesson: Lesson, histogram: Histogram, centers: [Double], variances: [Double], "
            + "separates: Bool",
        "MacenkoNormalizer.swift": "image: Image",
        "MiniBatchKMeans.swift": "table: Tensor<Float>",
        "MultilayerPerceptron.swift": "table: Tensor<Float>, labels: [Int]",
        "MultinomialRegression.swift": "table: Tensor<Float>, labels: [Int]",
        "NormalizedSlide.swift": "slide: SlideFile, target: StainProfile",
        "OrdinalRegression.swift": "table: Tensor<Float>, severities: [Int]",
        "Parameterized+File.swift": "file: URL",
        "HardPatches.swift": "detector: TumorDetector.Fitted, patches: StoredPatches",
        "PatchFolder.swift": "folder: URL",
        "PatchFolderWriter.swift":
            "folder: URL, grid: PatchGrid, images: [Image], records: [PatchRecord]",
        "PatchStore.swift": "folder: URL",
        "PatchStoreWriter.swift":
            "folder: URL, grid: PatchGrid, images: [Image], records: [PatchRecord]",
        "PatchTraining.swift": "patches: PatchSet",
        "Prefetched.swift": "patches: PatchSet",
        "RandomPatches.swift":
            "grid: PatchGrid, slide: SlideFile, tissue: TissueMask, tumor: TumorMask",
        "RecordedPatches.swift":
            "store: PatchStore, split: PatientSplit, network: inout PatchClassifier<Float>",
        "PatchCollection.swift": "folder: CamelyonFolder",
        "PatchCollection+Store.swift": "collection: PatchCollection, folder: URL",
        "PatchRows.swift": "trainingPatches: Tensor<Float>",
        "PatchScores.swift":
            "network: DenseNetwork, pictures: [Image], truth: [Bool], step: LessonStep",
        "Pipeline.swift": "table: Tensor<Float>, labels: [Int]",
        "PrincipalComponents.swift": "training: Tensor<Float>, test: Tensor<Float>",
        "RandomForest.swift": "table: Tensor<Float>, labels: [Int]",
        "RegressionForest.swift": "table: Tensor<Float>, ages: [Double]",
        "RegressionTree.swift": "table: Tensor<Float>, ages: [Double], names: [String]",
        "RegionShares.swift": "slide: SlideFile, regions: [BaselineRectangle]",
        "SavableModel.swift": "table: Tensor<Float>, labels: [Int], file: URL",
        "SoftAttention.swift":
            "attention: SoftAttention<Float>, features: Variable<Float>, isTissue: Tensor<Float>, "
            + "state: Variable<Float>",
        "SixFeatures.swift": "map: ConfidenceMap",
        "SlideMaterials.swift": "slide: SlideFile",
        "SlideClassifier.swift": "features: [SlideFeatures], types: [MetastasisType]",
        "SlideNormalization.swift":
            "slide: SlideFile, grid: PatchGrid, regions: [BaselineRectangle]",
        "SlideRegression.swift": "features: [SlideFeatures], types: [MetastasisType]",
        "StainNormalizer.swift": "targetPatch: Image, overview: Image, patch: Image",
        "Standardizer.swift": "training: Tensor<Float>, test: Tensor<Float>, labels: [Int]",
        "Table.swift": "file: URL",
        "TableSummary.swift": "table: DeepTeaching.Table",
        "TemperatureScaling.swift":
            "validationLogits: Tensor<Float>, validationLabels: [Int], testLogits: Tensor<Float>",
        "TissueClassifier.swift":
            "slides: ClassedSlides, parts: ClassedSlides.Split, grid: PatchGrid",
        "TumorDetector.swift": "patches: PatchSet, slide: SlideFile",
        "TissueMasks.swift":
            "grid: PatchGrid, slides: [SlideRecord], examiner: SlideExaminer",
        "YourOwnPackage.md": "folder: URL",
    ]

    func testAllExamplesCompile() throws {
        let examples = try Self.examples()
        XCTAssertGreaterThan(examples.count, 5, "the search for examples found too few")
        let sources = examples.map { example in
            let name = URL(filePath: example.file).lastPathComponent
            return example.source(given: Self.given[name] ?? "")
        }
        let (status, messages) = try Self.typeCheck(sources)
        XCTAssertEqual(status, 0, messages)
    }

    func testTheExamplesForPythonProgrammersAreAmongThem() throws {
        let page = try Self.examples().filter { $0.file.hasSuffix("SwiftForPythonProgrammers.md") }
        XCTAssertGreaterThan(page.count, 9)
    }

    func testAWrongExampleIsFoundAtItsLine() throws {
        let text = "/// ```swift\n/// let image = Image(\n///     colour: 3)\n/// ```\n"
        let examples = DocumentationExample.all(in: text, file: "Sources/Wrong.swift")
        let (status, messages) = try Self.typeCheck(examples.map { $0.source(given: "") })
        XCTAssertNotEqual(status, 0)
        XCTAssertTrue(messages.contains("Wrong.swift:2"), messages)
    }

    private static func examples() throws -> [DocumentationExample] { try found.get() }

    private static let found = Result {
        let texts =
            try files(in: "Sources", [".swift", ".md"]) + files(in: "Lessons", [".md"])
            + ["README.md"]
        return try texts.flatMap { path in
            let text = try String(contentsOf: House.root.appending(path: path), encoding: .utf8)
            return DocumentationExample.all(in: text, file: path)
        }
    }

    /// The files of a folder with one of these endings, from the top of the package.
    private static func files(in folder: String, _ endings: [String]) throws -> [String] {
        try FileManager.default
            .subpathsOfDirectory(atPath: House.root.appending(path: folder).path)
            .filter { path in endings.contains { path.hasSuffix($0) } }
            .map { "\(folder)/\($0)" }.sorted()
    }

    /// Type-checks all sources as files of one module, in one run of the compiler.
    private static func typeCheck(_ sources: [String]) throws -> (status: Int32, messages: String) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "documentation-examples-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = sources.indices.map { folder.appending(path: "Example\($0).swift") }
        for (source, file) in zip(sources, files) {
            try source.write(to: file, atomically: true, encoding: .utf8)
        }
        let (status, messages) = try run(
            ["swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6"]
                + searchPaths() + files.map(\.path))
        // 127 is what env says of a program that it does not find.
        try XCTSkipIf(status == 127, "swiftc is not on the path")
        return (status, messages)
    }

    /// Where the modules of this build lie, and the C modules beneath them.
    private static func searchPaths() throws -> [String] {
        let build = Bundle(for: Self.self).bundleURL.deletingLastPathComponent()
        let modules = [build, Bundle.main.bundleURL].map { $0.appending(path: "Modules") }
            .first { FileManager.default.fileExists(atPath: $0.path) }
        guard let modules else { throw XCTSkip("this build keeps its modules elsewhere") }
        let maps =
            ["CKernels", "CTIFFShim"].map { name in
                modules.appending(path: "../\(name).build/module.modulemap").standardized
            }
            + ["COpenSlide", "CTIFF", "CPNG"].map { name in
                House.root.appending(path: "Sources/\(name)/module.modulemap")
            }
        let (status, flags) = try run(
            ["pkg-config", "--cflags-only-I", "openslide", "libtiff-4", "libpng"])
        try XCTSkipIf(status != 0, "pkg-config does not know the C libraries: \(flags)")
        let headers = flags.split { $0.isWhitespace }.flatMap { ["-Xcc", String($0)] }
        return ["-I", modules.path]
            + maps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] } + headers
    }

    private static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }
}
