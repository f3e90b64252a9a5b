import Foundation

/// Why the system refused to read or write, in a few words: "Permission denied", "No space left on
/// device". Foundation's own sentences say it in two, and name classes and codes.
package func systemReason(_ error: any Error) -> String {
    let error = error as NSError
    if let cause = error.userInfo[NSUnderlyingErrorKey] as? any Error {
        return systemReason(cause)
    }
    if error.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(error.code))) }
    guard error.domain == NSCocoaErrorDomain else { return error.localizedDescription }
    switch CocoaError.Code(rawValue: error.code) {
    case .fileWriteOutOfSpace: return "the disk is full"
    case .fileWriteVolumeReadOnly: return "the disk is read-only"
    case .fileWriteNoPermission, .fileReadNoPermission: return "there is no permission"
    case .fileNoSuchFile, .fileReadNoSuchFile: return "its folder does not exist"
    case .fileWriteFileExists: return "a file of this name is in the way"
    case .fileWriteUnknown: return "the disk may be full or damaged"
    default: return "the system does not say why (code \(error.code))"
    }
}
