import CKernels
import Foundation

/// Values that are made from inputs in the background, in their order, while those before are used: the
/// next batch is read and augmented while the network learns from this one.
///
/// ```swift
/// let batches = Prefetched(patches.batches(of: 32, seed: 1, epoch: 0)) { batch in
///     try patches.pictures(of: batch, augmentation: .turnsOnly)
/// }
/// for batch in batches {
///     let pictures = try batch.value()
///     print(pictures.shape, patches.labels(of: batch.input))
/// }
/// ```
///
/// The values are the same as without it, and an error comes where its value would have come. What is
/// asked for before its turn in the background is made by who asks. Whoever stops half-way, by an error
/// or otherwise, leaves nothing behind: what nobody can ask for any more is not begun. With one thread
/// (``parallel(_:_:)``) nothing happens in the background.
public struct Prefetched<Inputs: Sequence, Value: Sendable>: Sequence
where Inputs.Element: Sendable {
    private let inputs: Inputs
    private let depth: Int
    private let make: @Sendable (Inputs.Element) throws -> Value

    /// Values that are made one after the other.
    ///
    /// - Parameters:
    ///   - inputs: what they are made from.
    ///   - depth: how many are made ahead of the one that is used; 0 makes each when it is asked for.
    ///     One is enough where each takes about as long as the other; each costs its memory.
    ///   - make: makes one, on another thread.
    public init(
        _ inputs: Inputs, depth: Int = 1,
        make: @escaping @Sendable (Inputs.Element) throws -> Value
    ) {
        require(depth >= 0, "\(depth) values cannot be made ahead")
        self.inputs = inputs
        self.depth = parallel_threads() > 1 ? depth : 0
        self.make = make
    }

    /// A value that may still be in the making.
    public struct Pending {
        /// What it is made from.
        public let input: Inputs.Element

        fileprivate let work: BackgroundWork<Value>

        /// The value, as soon as it is there.
        ///
        /// - Throws: what making it threw.
        public func value() throws -> Value { try work.value() }
    }

    /// The values from the first one on.
    public func makeIterator() -> Iterator {
        Iterator(inputs: inputs.makeIterator(), depth: depth, make: make)
    }

    /// Goes from value to value, and has the next ones made.
    public struct Iterator: IteratorProtocol {
        private var inputs: Inputs.Iterator
        private let depth: Int
        private let make: @Sendable (Inputs.Element) throws -> Value
        private let queue = DispatchQueue(label: "DeepTeaching.Prefetched")
        private var waiting: [Pending] = []

        fileprivate init(
            inputs: Inputs.Iterator, depth: Int,
            make: @escaping @Sendable (Inputs.Element) throws -> Value
        ) {
            self.inputs = inputs
            self.depth = depth
            self.make = make
        }

        /// The next value, or nil after the last.
        public mutating func next() -> Pending? {
            // The next one, and those that are made ahead of it.
            while waiting.count <= depth, let input = inputs.next() {
                let work = BackgroundWork { [make] in try make(input) }
                if depth > 0 { work.begin(on: queue) }
                waiting.append(Pending(input: input, work: work))
            }
            return waiting.isEmpty ? nil : waiting.removeFirst()
        }
    }
}

/// A computation that is made once: in the background, or by the first who asks for its value.
private final class BackgroundWork<Value: Sendable>: @unchecked Sendable {
    private enum State {
        case open
        case begun
        case done(Result<Value, any Error>)
    }

    private let state = Locked(State.open)
    private let isDone = DispatchGroup()
    private let make: @Sendable () throws -> Value

    init(_ make: @escaping @Sendable () throws -> Value) { self.make = make }

    /// Has the value made on a queue, unless nobody can ask for it any more when its turn comes.
    ///
    /// It runs on one thread, with the instructions of the one that begins it.
    func begin(on queue: DispatchQueue) {
        let instructions = kernels_limit_instruction_set(2)
        kernels_limit_instruction_set(instructions)
        queue.async { [weak self] in
            let before = (kernels_limit_instruction_set(instructions), parallel_limit(1))
            self?.run()
            _ = (kernels_limit_instruction_set(before.0), parallel_limit(before.1))
        }
    }

    func value() throws -> Value {
        run()
        isDone.wait()
        guard case .done(let result) = state.withLock({ $0 }) else {
            fatalError("a value that was waited for is not there")
        }
        return try result.get()
    }

    /// Makes the value, if nobody has begun to.
    private func run() {
        let isMine = state.withLock { state in
            guard case .open = state else { return false }
            state = .begun
            isDone.enter()
            return true
        }
        guard isMine else { return }
        let result = Result { try make() }
        state.withLock { $0 = .done(result) }
        isDone.leave()
    }
}
