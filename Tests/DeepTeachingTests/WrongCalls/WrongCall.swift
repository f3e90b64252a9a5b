/// A call that nobody should write, and what the library must say to it.
struct WrongCall: Sendable {
    /// What is wrong, in words.
    let name: String

    /// A part of the sentence with which the program stops, or of the error that is thrown.
    let words: String

    let call: @Sendable () throws -> Void

    init(_ name: String, _ words: String, _ call: @escaping @Sendable () throws -> Void) {
        self.name = name
        self.words = words
        self.call = call
    }
}

/// All of them; each list is that of a room.
let wrongCalls: [WrongCall] = [
    wrongShapes, wrongAxes, wrongKernelCalls, wrongVariables, wrongLayers, wrongLosses,
    wrongSoftAttention,
    wrongOptimizers, wrongTrainings, wrongPictures, wrongRegions, wrongFrames,
    wrongTrees, wrongClusterings, wrongEvaluations, wrongBags, wrongGlimpses,
].flatMap(\.self)
