package dev.watchkeeper.app.cli;

import dev.watchkeeper.app.workbench.Surroundings;
import dev.watchkeeper.kernel.fault.Fault;
import dev.watchkeeper.kernel.fault.FaultException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** The command line: what was typed in, an exit code out. */
public final class CommandFace {
    private CommandFace() {}

    /**
     * Runs what was typed in this process.
     *
     * @return 0 done, 1 failed, 2 bad arguments, 3 unreachable or denied
     */
    public static int run(WindowFace window, String... arguments) {
        Surroundings surroundings = Surroundings.ofProcess();
        return run(new Setting(surroundings, ProcessConsole.open(surroundings.variables())), window, arguments);
    }

    static int run(Setting setting, WindowFace window, String... arguments) {
        CommandLine line = commands(setting, window);
        int code = line.execute(arguments);
        setting.console().out().flush();
        setting.console().err().flush();
        return code;
    }

    static CommandLine commands(Setting setting, WindowFace window) {
        CommandLine line = new CommandLine(new WatchkeeperCommand(setting, window))
                .addSubcommand(new RecordCommand(setting))
                .addSubcommand(new ShowCommand(setting))
                .addSubcommand(new ExplainCommand(setting))
                .addSubcommand(new TerminateCommand(setting))
                .addSubcommand(new RollbackPreparedCommand(setting))
                .addSubcommand(new SwitchoverCommand(setting))
                .addSubcommand(new RedisBigKeysCommand(setting))
                .addSubcommand(new RedisFailoverCommand(setting))
                .addSubcommand(new ActCommand(setting))
                .addSubcommand(new BackupCommand(setting))
                .addSubcommand(new VerifyCommand(setting))
                .addSubcommand(new RetentionCommand(setting))
                .addSubcommand(jobs(setting))
                .addSubcommand(schedules(setting))
                .addSubcommand(new QueryCommand(setting))
                .addSubcommand(new SqlCommand(setting))
                .addSubcommand(new ShotCommand(setting, window))
                .addSubcommand(new ReportCommand(setting))
                .addSubcommand(connections(setting))
                .addSubcommand(new CommandLine(new HostCommand()).addSubcommand(new HostTestCommand(setting)))
                .addSubcommand(new AuditCommand(setting))
                .addSubcommand(history(setting))
                .addSubcommand(lab(setting))
                .addSubcommand(new DemoCommand(setting, window))
                .addSubcommand(new HelpCommand());
        dress(line);
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(setting.console().out())
                .setErr(setting.console().err())
                .setParameterExceptionHandler((exception, typed) -> misread(setting.console(), exception))
                .setExecutionExceptionHandler((exception, command, result) -> told(setting.console(), exception));
        return line;
    }

    private static CommandLine connections(Setting setting) {
        return new CommandLine(new ConnectionsCommand())
                .addSubcommand(new ConnectionsListCommand(setting))
                .addSubcommand(new ConnectionsTestCommand(setting))
                .addSubcommand(new ConnectionsAddCommand(setting))
                .addSubcommand(new ConnectionsRemoveCommand(setting));
    }

    private static CommandLine jobs(Setting setting) {
        return new CommandLine(new JobsCommand())
                .addSubcommand(new JobsListCommand(setting))
                .addSubcommand(new JobsFollowCommand(setting))
                .addSubcommand(new JobsCancelCommand(setting));
    }

    private static CommandLine schedules(Setting setting) {
        return new CommandLine(new SchedulesCommand())
                .addSubcommand(new SchedulesListCommand(setting))
                .addSubcommand(new SchedulesRemoveCommand(setting));
    }

    private static CommandLine history(Setting setting) {
        return new CommandLine(new HistoryCommand())
                .addSubcommand(new HistoryInfoCommand(setting))
                .addSubcommand(new HistoryPruneCommand(setting))
                .addSubcommand(new HistoryExportCommand(setting))
                .addSubcommand(new HistoryImportCommand(setting))
                .addSubcommand(new HistoryMoveCommand(setting));
    }

    private static CommandLine lab(Setting setting) {
        return new CommandLine(new LabCommand()).addSubcommand(new LabStartCommand(setting));
    }

    /** What all commands have: help, the exit codes, one width. */
    private static void dress(CommandLine line) {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put("0", "done");
        codes.put("1", "failed");
        codes.put("2", "bad arguments, or a file that can't be read");
        codes.put("3", "unreachable or denied");
        line.getCommandSpec()
                .usageMessage()
                .width(100)
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(codes);
        line.getCommandSpec().exitCodeOnExecutionException(Exit.FAILED);
        line.getCommandSpec().exitCodeOnInvalidInput(Exit.BAD_ARGUMENTS);
        if (!line.getCommandSpec().optionsMap().containsKey("--help")) {
            line.getCommandSpec().addOption(help());
        }
        line.getSubcommands().values().forEach(CommandFace::dress);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("show this help and exit")
                .build();
    }

    /** What was wrong with the arguments, in a line, not the whole help. */
    private static int misread(Console console, ParameterException exception) {
        CommandLine command = exception.getCommandLine();
        console.complain(Visible.of(String.valueOf(exception.getMessage())));
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(exception, console.err())) {
            console.err().println("  See " + command.getCommandSpec().qualifiedName(" ") + " --help");
        }
        return Exit.BAD_ARGUMENTS;
    }

    private static int told(Console console, Exception exception) throws Exception {
        if (exception instanceof FaultException trouble) {
            Fault fault = trouble.fault();
            console.complain(Visible.of(fault.message()));
            if (!fault.advice().isEmpty()) {
                console.err().println("  " + Visible.of(fault.advice()));
            }
            return Exit.of(fault.kind());
        }
        throw exception;
    }
}
