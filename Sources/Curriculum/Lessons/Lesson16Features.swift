import DeepTeaching

/// The functions to write in Lesson 16: what a map says, in numbers that a pathologist would ask for.
public protocol FeaturesContract: Sendable {
    /// Highest and mean probability, and the share above a threshold, of the cells with tissue.
    static func mapSummary(
        probabilities: [Double], tissue: [Bool], threshold: Double
    ) throws -> MapSummary

    /// Area, axes, eccentricity and extent of the foreground, in pixels.
    static func regionProperties(of mask: Mask) throws -> RegionProperties

    /// The largest distance between two corners of foreground pixels, in millimetres.
    static func longestDiameter(of mask: Mask, micronsPerPixel: Double) throws -> Double

    /// What a metastasis is, by its length in millimetres and its number of cells.
    static func metastasisType(longestDiameter: Double, cells: Int?) throws -> MetastasisType

    /// The table with the median of the training rows where a number is missing.
    static func imputeMissing(_ features: [[Double?]], training: [Int]) throws -> [[Double]]
}

/// Three numbers of a whole map.
public struct MapSummary: Codable, Sendable, Hashable {
    /// The highest probability.
    public var highest: Double

    /// The mean probability.
    public var mean: Double

    /// The share above the threshold, from 0 to 1.
    public var tumorShare: Double

    /// Three numbers.
    public init(highest: Double, mean: Double, tumorShare: Double) {
        self.highest = highest
        self.mean = mean
        self.tumorShare = tumorShare
    }
}

/// The shape of a region, in pixels.
public struct RegionProperties: Codable, Sendable, Hashable {
    /// The number of pixels.
    public var area: Double

    /// The long axis of the ellipse of its second moments.
    public var majorAxis: Double

    /// The short axis.
    public var minorAxis: Double

    /// How stretched the ellipse is: 0 is a circle, 1 a line.
    public var eccentricity: Double

    /// The area by that of the bounding box.
    public var extent: Double

    /// Five numbers.
    public init(
        area: Double, majorAxis: Double, minorAxis: Double, eccentricity: Double, extent: Double
    ) {
        self.area = area
        self.majorAxis = majorAxis
        self.minorAxis = minorAxis
        self.eccentricity = eccentricity
        self.extent = extent
    }
}

/// The calls of Lesson 16's exercises.
public enum FeaturesCalls {
    /// Three numbers of a map.
    public static let mapSummary = Call("mapSummary(probabilities:tissue:threshold:)") {
        (
            contract: any FeaturesContract.Type, probabilities: [Double], tissue: [Bool],
            threshold: Double
        ) in
        try contract.mapSummary(
            probabilities: probabilities, tissue: tissue, threshold: threshold)
    }

    /// The shape of a region.
    public static let regionProperties = Call("regionProperties(mask:)") {
        (contract: any FeaturesContract.Type, mask: Mask) in
        try contract.regionProperties(of: mask)
    }

    /// What staging goes by.
    public static let longestDiameter = Call("longestDiameter(mask:micronsPerPixel:)") {
        (contract: any FeaturesContract.Type, mask: Mask, micronsPerPixel: Double) in
        try contract.longestDiameter(of: mask, micronsPerPixel: micronsPerPixel)
    }

    /// The rule of sizes.
    public static let metastasisType = Call("metastasisType(longestDiameter:cells:)") {
        (contract: any FeaturesContract.Type, longestDiameter: Double, cells: Int?) in
        try contract.metastasisType(longestDiameter: longestDiameter, cells: cells)
    }

    /// Numbers in place of gaps.
    public static let imputeMissing = Call("imputeMissing(features:training:)") {
        (contract: any FeaturesContract.Type, features: [[Double?]], training: [Int]) in
        try contract.imputeMissing(features, training: training)
    }
}

extension LessonOutline {
    /// Lesson 16: what does a map say in twenty numbers?
    public static let features = LessonOutline(
        name: "Lesson16Features",
        question: "What does a map say in twenty numbers?",
        exercises: [
            Exercise(
                "mapSummary", title: "Sum a map up in three numbers",
                checks: ["tissue": 12, "threshold": 4, "no tissue": 4],
                step: "A slide in a few numbers",
                documentation: "SixFeatures",
                librarysOwn: ["SixFeatures", "SlideFeatures", "HeatmapFeatures"]),
            Exercise(
                "regionProperties", title: "Measure the shape of a region",
                checks: ["axes": 12, "box": 6, "no shape": 7],
                step: "The shape of a region",
                documentation: "Region",
                librarysOwn: [
                    "connectedComponents", "LabelImage", "Region", "regions", "HeatmapFeatures",
                ]),
            Exercise(
                "longestDiameter", title: "Measure a metastasis as a pathologist does",
                checks: ["diagonal": 10, "corners": 5, "millimetres": 5],
                step: "How long is a metastasis?",
                documentation: "Region.longestDiameter(pixelWidth:pixelHeight:)",
                librarysOwn: ["connectedComponents", "LabelImage", "Region", "regions"]),
            Exercise(
                "metastasisType", title: "Tell ITC, micro- and macro-metastases apart",
                checks: ["sizes": 6, "bounds": 4, "cells": 5],
                step: "What a few pixels do to the stage",
                documentation: "MetastasisType.init(longestDiameter:cells:)"),
            Exercise(
                "imputeMissing", title: "Fill gaps without looking at the test slides",
                checks: ["median": 8, "training": 8, "never known": 4],
                step: "A number is missing",
                documentation: "Imputer",
                librarysOwn: ["Imputer"]),
        ])
}

/// The contract of Lesson 16 with the calls of its exercises.
public let featuresContract = LessonContract<any FeaturesContract.Type>(
    .features,
    calls: [
        FeaturesCalls.mapSummary.listed, FeaturesCalls.regionProperties.listed,
        FeaturesCalls.longestDiameter.listed, FeaturesCalls.metastasisType.listed,
        FeaturesCalls.imputeMissing.listed,
    ])
