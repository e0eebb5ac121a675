import Diagnostics
import Files
import ResultStore
import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

@Suite("Lock of a folder that the system refuses")
struct FolderLockTests {
  @Test("a file system without locks is worked on with a warning", arguments: [ENOLCK, ENOTSUP])
  func unlocked(_ number: Int32) throws {
    let warning = try FolderLock.warning(of: SystemFault(number: number), "out/.work/lock")
    #expect(warning.code == "FILE-UNLOCKED" && warning.severity == .warning)
    guard number == ENOLCK else { return }
    #expect(
      warning.description == """
        warning[FILE-UNLOCKED]: the file system cannot lock the folder: No locks available
          --> out/.work/lock
          help: See that no other run writes to this folder at the same time.
        """
    )
  }

  @Test("another fault is an error in the system's words")
  func refused() {
    let error = #expect(throws: Diagnostic.self) {
      try FolderLock.warning(of: SystemFault(number: EBADF), "out/.work/lock")
    }
    #expect(
      error?.description == """
        error[FILE-CREATE]: the result cannot be created: the folder cannot be locked: Bad file \
        descriptor
          --> out/.work/lock
          help: Check that the folder exists and may be written to.
        """
    )
  }

  @Test("a lock of another process is an error that names whom it can")
  func locked() throws {
    let scratch = try ScratchFolder()
    for (words, holder) in [("", "another process"), ("process 7", "process 7")] {
      try scratch.write(words, to: "lock")
      let error = #expect(throws: Diagnostic.self) {
        try FolderLock.warning(of: SystemFault(number: EWOULDBLOCK), scratch.path("lock"))
      }
      #expect(error?.code == "FILE-LOCKED")
      #expect(error?.message == "\(holder) is at work in this folder")
    }
  }
}
