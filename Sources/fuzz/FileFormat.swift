import Foundation

/// A kind of file that the project reads, as fuzzing sees it: sound examples, and what must hold of
/// a damaged one that is accepted all the same.
protocol FileFormat: Sendable {
    /// What the format is called on the command line.
    static var name: String { get }

    /// Prepares what the reader needs besides the file, in a folder of its own.
    init(in folder: URL) throws

    /// The file that the reader is given.
    var file: URL { get }

    /// Sound files. Mutants are made from them.
    var samples: [Data] { get throws }

    /// Pieces of text that mean something in the format.
    static var words: [String] { get }

    /// Makes what a mutation has broken fit again, such as a checksum, so that it reaches deeper.
    static func mended(_ bytes: Data) -> Data

    /// Reads the file, and looks at what came of it.
    ///
    /// - Returns: a sentence if something wrong was accepted, otherwise nil.
    /// - Throws: what the reader throws: the file was refused.
    func fault(in bytes: Data) throws -> String?
}

extension FileFormat {
    static var words: [String] { [] }

    static func mended(_ bytes: Data) -> Data { bytes }
}

/// The formats in the order in which the command names them.
let allFormats: [any FileFormat.Type] = [
    NPYFormat.self, IDXFormat.self, SafetensorsFile.self, FeatureBagFormat.self, PNGFormat.self,
    AnnotationFormat.self, GeoJSONFormat.self,
    StageTableFormat.self, SlideTableFormat.self, TrainingRunFormat.self, ClassifierFormat.self,
    SlideRegressionFormat.self, DetectorFormat.self, SlideFormat.self,
    PictureFormat.self, PatchStoreFormat.self,
]
