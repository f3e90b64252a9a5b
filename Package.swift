// swift-tools-version: 6.2

import PackageDescription

// The lessons that stand, in the order of the course. A further lesson adds its own files and one
// line here: Lessons/NAME, and, if it has exercises, Exercises/NAME.swift.
let lessons: [Lesson] = [
    // It measures how fast its own loops are.
    Lesson("Lesson01Tensors", isOptimized: true, pages: ["SwiftForPythonProgrammers.md"]),
    Lesson("Lesson02Regression"),
    // So does this one.
    Lesson("Lesson03Backpropagation", isOptimized: true),
    // It repeats bootstraps hundreds of times.
    Lesson("Lesson04Evaluation", isOptimized: true),
    // It decodes tiles and draws, pixel by pixel.
    Lesson("Lesson05SlideFormats", isOptimized: true),
    Lesson("Lesson06TissueExtraction"),
    // It changes hundreds of pictures, and trains networks on them.
    Lesson("Lesson07Augmentation", isOptimized: true),
    // It unmixes pictures itself, and trains two dozen networks.
    Lesson("Lesson08ColorModels", isOptimized: true),
    Lesson("Lesson09NeuralNetwork"),
    Lesson("Lesson10ConvolutionalNetwork"),
    // It smooths images and trains nine networks.
    Lesson("Lesson11Segmentation", isOptimized: true),
    // It fits mixtures hundreds of times.
    Lesson("Lesson12Clustering", isOptimized: true),
    Lesson("Lesson13TreesAndForests"),
    // It stitches and compares maps, cell by cell.
    Lesson("Lesson14ConfidenceMaps", isOptimized: true),
    // It draws and labels maps.
    Lesson("Lesson15Morphology", isOptimized: true),
    // It simulates maps, cell by cell.
    Lesson("Lesson16Features", isOptimized: true),
    // It draws its pictures itself.
    Lesson("Lesson17SoftAttention", isOptimized: true),
    // It cuts fields out of slides, pixel by pixel.
    Lesson("Lesson18RecurrentAttention", isOptimized: true),
    // It draws slides and reads their pixels.
    Lesson("Lesson19SlideAttention", isOptimized: true),
    Lesson("Lesson20Staging"),
]

struct Lesson {
    let name: String
    let hasExercises: Bool

    /// Whether debug builds optimise the program too.
    let isOptimized: Bool

    /// Texts in its folder besides README.md.
    let pages: [String]

    init(
        _ name: String, exercises: Bool = true, isOptimized: Bool = false, pages: [String] = []
    ) {
        self.name = name
        self.hasExercises = exercises
        self.isOptimized = isOptimized
        self.pages = pages
    }

    /// "Lesson06TissueExtraction" has its exercises in the module "Lesson06Exercises".
    var exercisesName: String { name.prefix(8) + "Exercises" }
}

// Debug builds optimise the library too, or a lesson would take minutes instead of seconds. Flags
// like these are refused in a dependency, so they are set only where this package is the root.
let isRoot = !Context.packageDirectory.contains("/checkouts/") && Context.packageDirectory != "/"
// Warnings are errors where .ci/run says so: a package that depends on this one builds it with
// warnings suppressed, and both at once are refused.
let isStrict = Context.environment["DEEPTEACHING_STRICT"] != nil
let strict: [SwiftSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []
let optimized: [SwiftSetting] =
    strict + (isRoot ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : [])
let optimizedC: [CSetting] =
    (isStrict ? [.treatAllWarnings(as: .error)] : [])
    + (isRoot ? [.unsafeFlags(["-O3"], .when(configuration: .debug))] : [])

let argumentParser = Target.Dependency.product(
    name: "ArgumentParser", package: "swift-argument-parser")

var targets: [Target] = [
    .systemLibrary(
        name: "COpenSlide", pkgConfig: "openslide",
        providers: [.apt(["libopenslide-dev"]), .brew(["openslide"])]),
    .systemLibrary(
        name: "CTIFF", pkgConfig: "libtiff-4",
        providers: [.apt(["libtiff-dev"]), .brew(["libtiff"])]),
    .systemLibrary(
        name: "CPNG", pkgConfig: "libpng",
        providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(name: "CTIFFShim", dependencies: ["CTIFF"], cSettings: optimizedC),
    .target(
        name: "CKernels", cSettings: optimizedC, linkerSettings: [.linkedLibrary("m")]),
    .target(
        name: "DeepTeaching",
        dependencies: [
            "COpenSlide", "CTIFF", "CTIFFShim", "CPNG", "CKernels",
            .product(name: "SwiftCSV", package: "SwiftCSV"),
        ],
        swiftSettings: optimized),
    .target(name: "SyntheticCohort", dependencies: ["DeepTeaching"], swiftSettings: optimized),
    .executableTarget(
        name: "GenerateCohort",
        dependencies: ["SyntheticCohort", "CourseKit", "DeepTeaching", argumentParser],
        swiftSettings: strict),
    .executableTarget(
        name: "MeasureCohort",
        dependencies: [
            "SyntheticCohort", "LessonSlides", "CourseKit", "DeepTeaching", argumentParser,
        ],
        swiftSettings: strict),
    // Each lesson's build reads its text with it.
    .target(name: "LessonMarkdown", swiftSettings: optimized),
    .target(name: "Curriculum", dependencies: ["DeepTeaching"], swiftSettings: strict),
    .target(
        name: "CourseKit",
        dependencies: [
            "LessonMarkdown", "GraderKit", "Curriculum", "DeepTeaching", argumentParser,
        ],
        swiftSettings: strict),
    .target(
        name: "LessonSlides",
        dependencies: ["SyntheticCohort", "CourseKit", "DeepTeaching", argumentParser],
        swiftSettings: optimized),
    .target(
        name: "GraderKit", dependencies: ["LessonMarkdown", "Curriculum", "DeepTeaching"],
        swiftSettings: strict),
    .target(
        name: "Solutions", dependencies: ["Curriculum", "DeepTeaching"], path: "Solutions",
        exclude: ["README.md"], swiftSettings: strict),
    .executableTarget(
        name: "EmbedLesson", dependencies: ["LessonMarkdown"], swiftSettings: strict),
    .plugin(
        name: "LessonPlugin", capability: .buildTool(), dependencies: ["EmbedLesson"],
        path: "Sources/LessonPlugin"),
    .target(
        name: "Graders",
        dependencies: ["GraderKit", "Curriculum", "DeepTeaching", "Solutions"],
        path: "Tests/Graders", swiftSettings: strict, plugins: ["LessonPlugin"]),
    .executableTarget(
        name: "course",
        dependencies: [
            "CourseKit", "GraderKit", "LessonMarkdown", "Curriculum", "Solutions", "Graders",
            "DeepTeaching", argumentParser,
        ],
        swiftSettings: strict),
    .executableTarget(
        name: "benchmark", dependencies: ["DeepTeaching", "CTIFF", "CTIFFShim", argumentParser],
        swiftSettings: strict),
    .executableTarget(
        name: "fuzz", dependencies: ["DeepTeaching", "CourseKit", argumentParser],
        swiftSettings: strict),
    .target(
        name: "TestSupport", dependencies: ["SyntheticCohort"], path: "Tests/TestSupport",
        swiftSettings: strict),
    .target(name: "TestStart", path: "Tests/TestStart"),
    .testTarget(
        name: "DeepTeachingTests",
        dependencies: [
            "DeepTeaching", "SyntheticCohort", "CKernels", "COpenSlide", "CTIFF", "CTIFFShim",
            "TestSupport",
        ],
        swiftSettings: strict),
    .testTarget(
        name: "CourseTests",
        dependencies: [
            "CourseKit", "GraderKit", "Graders", "Curriculum", "Solutions", "course",
            "DeepTeaching", "SyntheticCohort", "LessonSlides", "GenerateCohort", "MeasureCohort",
            "fuzz", "TestSupport", "TestStart",
        ]
            + lessons.map { .target(name: $0.name) },
        swiftSettings: strict),
    .testTarget(
        name: "ExerciseTests", dependencies: ["GraderKit", "Graders"] + lessonsWithExercises,
        swiftSettings: strict),
    .testTarget(
        name: "CertificationTests",
        dependencies: [
            "GraderKit", "LessonMarkdown", "Graders", "Solutions", "course", "TestSupport",
        ]
            + lessonsWithExercises,
        swiftSettings: strict),
]

var lessonsWithExercises: [Target.Dependency] {
    lessons.filter(\.hasExercises).map { .target(name: $0.name) }
}

/// The files of the other lessons in the same folder.
func otherExercises(than lesson: Lesson) -> [String] {
    lessons.filter { $0.hasExercises && $0.name != lesson.name }.map { $0.name + ".swift" }
}

for lesson in lessons {
    var dependencies: [Target.Dependency] = [
        "DeepTeaching", "SyntheticCohort", "LessonSlides", "CourseKit", "Curriculum", "GraderKit",
        argumentParser,
    ]
    if lesson.hasExercises {
        // Students may leave a variable unused: warnings stay warnings here.
        targets.append(
            .target(
                name: lesson.exercisesName, dependencies: ["Curriculum", "DeepTeaching"],
                path: "Exercises", exclude: ["README.md"] + otherExercises(than: lesson),
                sources: [lesson.name + ".swift"]))
        dependencies.append(.target(name: lesson.exercisesName))
    }
    targets.append(
        .executableTarget(
            name: lesson.name, dependencies: dependencies, path: "Lessons/" + lesson.name,
            exclude: ["README.md", "Lesson.md"] + lesson.pages,
            swiftSettings: lesson.isOptimized ? optimized : strict, plugins: ["LessonPlugin"]))
}

// Only where `course certify --mechanical` says where it has written them: solutions with one small
// change each. They leave variables unused, and the compiler gives up on those that it cannot type.
if let mutants = Context.environment["DEEPTEACHING_MUTANTS"] {
    targets.append(
        .executableTarget(
            name: "MechanicalMutants",
            dependencies: ["GraderKit", "Graders", "Curriculum", "DeepTeaching"], path: mutants,
            swiftSettings: [
                .unsafeFlags([
                    "-suppress-warnings", "-gnone", "-Xfrontend",
                    "-solver-expression-time-threshold=1",
                ])
            ]))
}

let package = Package(
    name: "DeepTeaching",
    platforms: [.macOS(.v13)],
    products: [.library(name: "DeepTeaching", targets: ["DeepTeaching"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: targets,
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c17
)
