/// The forms by which `--strict-deid` knows personal data; documented in `SampleSheets`.
struct PersonalData {
  /// Names of columns, lower case, letters and digits only, by what they hold.
  private static let columns: [(kind: String, names: Set<String>)] = [
    (
      "name",
      [
        "name", "patientname", "subjectname", "fullname", "firstname", "lastname", "surname",
        "forename", "givenname", "familyname", "middlename", "maidenname", "initials", "姓名",
        "患者姓名",
      ]
    ),
    (
      "birth date",
      [
        "dob", "birthdate", "birthday", "dateofbirth", "birth", "yearofbirth", "birthyear", "出生日期",
        "生日",
      ]
    ),
    (
      "record number",
      [
        "mrn", "medicalrecordnumber", "medicalrecord", "recordnumber", "hospitalnumber",
        "hospitalid", "patientnumber", "casenumber", "ssn", "socialsecuritynumber", "nhsnumber",
        "nationalid", "idcard", "passport", "insurancenumber", "病历号", "住院号", "身份证", "身份证号",
      ]
    ),
    ("contact", ["phone", "telephone", "mobile", "email", "address", "postcode", "zipcode", "电话"]),
  ]

  /// Days before this year are no sampling dates of an assay of today.
  private static let earliestYear = 2000

  /// What a column is named like; `nil` if like nothing personal.
  func kind(ofColumn column: String) -> String? {
    let bare = column.lowercased().filter { $0.isLetter || $0.isNumber }
    return Self.columns.first { $0.names.contains(bare) }?.kind
  }

  /// What a value looks like; `nil` if like nothing personal.
  func kind(ofValue value: String, in column: String) -> String? {
    if ["fastq_1", "fastq_2", "index", "assay"].contains(column) { return nil }
    if value.contains(/^[^@\s]+@[^@\s]+\.[^@\s]+$/) { return "mail address" }
    if value.contains(/^(?i:mrn|pid|ssn|nhs)[\s:#_\-]*\d{4,}$/) { return "record number" }
    if value.contains(/^\d{3}-\d{2}-\d{4}$/) || value.contains(/^\d{17}[\dXx]$/)
      || value.contains(/^\d{3}[ \-]\d{3}[ \-]\d{4}$/)
    {
      return "record number"
    }
    if value.contains(/^(?i:mr|mrs|ms|dr|herr|frau)\.?[ _]\p{L}/) { return "name" }
    if let year = Self.year(of: value), year < Self.earliestYear { return "birth date" }
    guard ["sample", "subject"].contains(column) else { return nil }
    if value.contains(/^\d{7,}$/) { return "record number" }
    if value.contains(/^\p{Han}{2,4}$/) { return "name" }
    if value.contains(/^\p{Lu}\p{Ll}+[ _,.\-]+\p{Lu}\p{Ll}+$/) { return "name" }
    return nil
  }

  /// The year of a whole date in one of the usual forms; `nil` for anything else.
  private static func year(of value: String) -> Int? {
    if let match = value.wholeMatch(of: /(\d{4})[\-.\/]\d{1,2}[\-.\/]\d{1,2}/) {
      return Int(match.output.1)
    }
    if let match = value.wholeMatch(of: /\d{1,2}[\-.\/]\d{1,2}[\-.\/](\d{4})/) {
      return Int(match.output.1)
    }
    return nil
  }
}
