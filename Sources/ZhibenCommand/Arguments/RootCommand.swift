import ArgumentParser

/// `zhiben`: every command has an English and a Chinese name.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhiben",
    subcommands: [
      CheckCommand.self, FormatCommand.self, TestCommand.self, PlanCommand.self, ApplyCommand.self,
      RunCommand.self, WhyCommand.self, AskCommand.self, InspectCommand.self, TraceCommand.self,
      ImportCommand.self, StoreCommand.self, ExplainCommand.self, ReportCommand.self,
      ReplCommand.self, CronCommand.self, DrawCommand.self, SimulateCommand.self, NewCommand.self,
      FilingCommand.self, DoctorCommand.self, CompletionCommand.self, ManualCommand.self,
    ])
}
