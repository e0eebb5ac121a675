/// A record that says what made it.
package protocol TracedRecord {
  /// The schema's name and version.
  var schema: String { get }
  /// The program version that wrote the record.
  var programVersion: String { get }
  /// The germline set the calls refer to.
  var germline: GermlineIdentity { get }
  /// The thresholds that judged.
  var profile: ProfileIdentity { get }
  /// The assay the reads come from.
  var assay: AssayIdentity { get }
}
