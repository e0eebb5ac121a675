/// Walks over the bytes of a table, row by row.
struct CSVScanner {
  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private var position: Int
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next row; a fault where there is none, after which the next line follows; `nil` at the end.
  mutating func nextRow() -> Result<CSVTable.Row, CSVTable.Fault>? {
    guard position < bytes.count else { return nil }
    var row = CSVTable.Row(line: line, fields: [])
    do throws(CSVTable.Fault) {
      repeat {
        row.fields.append(try nextField(ordinal: row.fields.count + 1))
      } while take(Self.comma)
      try endLine(after: row.fields.count)
      return .success(row)
    } catch {
      skipLine()
      return .failure(error)
    }
  }

  private mutating func nextField(ordinal: Int) throws(CSVTable.Fault) -> String {
    var field: [UInt8] = []
    let start = line
    if take(Self.quote) {
      while true {
        guard position < bytes.count else {
          throw CSVTable.Fault(
            line: start,
            field: ordinal,
            message: "a quote is opened and never closed, expected another one"
          )
        }
        let byte = bytes[position]
        position += 1
        if byte == Self.quote {
          guard take(Self.quote) else { break }
        }
        if byte == Self.lineFeed { line += 1 }
        field.append(byte)
      }
      if let next = peek, next != Self.comma, next != Self.lineFeed, next != Self.carriageReturn {
        throw fault(ordinal, "text follows a closing quote, expected a comma or the line's end")
      }
    } else {
      while let byte = peek, byte != Self.comma, byte != Self.lineFeed,
        byte != Self.carriageReturn
      {
        guard byte != Self.quote else {
          throw fault(
            ordinal,
            "a quote stands inside a field, expected the whole field in quotes and \"\" for a quote"
          )
        }
        field.append(byte)
        position += 1
      }
    }
    guard let text = String(validating: field, as: UTF8.self) else {
      throw CSVTable.Fault(
        line: start,
        field: ordinal,
        message: "the bytes are no UTF-8, expected the file saved as UTF-8"
      )
    }
    if let control = text.unicodeScalars.first(where: {
      $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\r"
    }) {
      throw CSVTable.Fault(
        line: start,
        field: ordinal,
        message: "control character U+\(Self.hexadecimal(control.value)), expected plain text"
      )
    }
    return text
  }

  private mutating func endLine(after fields: Int) throws(CSVTable.Fault) {
    if take(Self.carriageReturn), position < bytes.count, peek != Self.lineFeed {
      throw fault(fields, "a carriage return stands alone, expected lines that end in LF or CRLF")
    }
    if take(Self.lineFeed) { line += 1 }
  }

  private mutating func skipLine() {
    while let byte = peek, byte != Self.lineFeed { position += 1 }
    if take(Self.lineFeed) { line += 1 }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private func fault(_ field: Int, _ message: String) -> CSVTable.Fault {
    CSVTable.Fault(line: line, field: field, message: message)
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
