import ArgumentParser
import Diagnostics
import Germline
import Workflows
