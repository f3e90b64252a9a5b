import Curriculum
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The process in which the student's functions run: a lesson's own executable, started with
/// `--worker`.
///
/// It reads one request from its standard input, calls the functions, and writes each answer, as
/// soon as it has it, to a descriptor that is not its standard output. It knows no solution.
public enum Worker {
    /// The descriptor on which the parent listens when the process starts.
    static let answerDescriptor: Int32 = 3

    /// Serves one request and ends the process, if it was started with `--worker`; else returns.
    public static func runIfAsked(_ answer: Answer) {
        if CommandLine.arguments.dropFirst().first == "--worker" { run(answer) }
    }

    /// Serves one request and ends the process.
    public static func run(_ answer: Answer) -> Never {
        // A high number, closed in children: nothing that a student writes by mistake goes there.
        let channel = fcntl(answerDescriptor, F_DUPFD_CLOEXEC, 200)
        guard channel >= 0, let data = try? FileHandle.standardInput.readToEnd(),
            let request = try? ValueCoding.decode(WorkerRequest.self, from: data)
        else {
            FileHandle.standardError.write(
                Data("--worker is how graders start this program: run it without.\n".utf8))
            exit(64)
        }
        close(answerDescriptor)
        let nothing = open("/dev/null", O_RDONLY)
        dup2(nothing, 0)
        close(nothing)
        endWithParent()
        request.limits.apply()
        send(AnswerFrame(index: -1, kind: .ready, payload: Data()), to: channel, request)
        for (index, call) in request.calls.enumerated() {
            let frame = frame(index: index, call: call, answer: answer)
            send(frame, to: channel, request)
        }
        exit(0)
    }

    /// Ends this process when its parent has ended: nobody would stop an endless loop then.
    private static func endWithParent() {
        let parent = getppid()
        Thread.detachNewThread {
            while getppid() == parent { usleep(200_000) }
            _exit(1)
        }
    }

    private static func frame(
        index: Int, call: WorkerRequest.Call, answer: Answer
    ) -> AnswerFrame {
        do {
            let observation = try answer.observe(call.name, call.inputs)
            return AnswerFrame(index: index, kind: .value, payload: observation)
        } catch let error as NotAttempted {
            let payload = (try? ValueCoding.encode(error)) ?? Data()
            return AnswerFrame(index: index, kind: .notAttempted, payload: payload)
        } catch let error as AnswerError {
            return AnswerFrame(index: index, kind: .failed, payload: Data("\(error)".utf8))
        } catch {
            return AnswerFrame(index: index, kind: .threw, payload: Data("\(error)".utf8))
        }
    }

    private static func send(_ frame: AnswerFrame, to channel: Int32, _ request: WorkerRequest) {
        // What the student has printed goes first, so that it is not lost if the next call traps.
        fflush(nil)
        let bytes = frame.bytes(nonce: request.nonce)
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                let count = write(channel, buffer.baseAddress! + sent, buffer.count - sent)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { exit(1) }
                sent += count
            }
        }
    }
}
