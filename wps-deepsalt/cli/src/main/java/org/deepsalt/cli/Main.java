/* (c) 2026 the DeepSalt developers. GPL-2.0-or-later, see LICENSE. */
package org.deepsalt.cli;

import java.io.PrintWriter;
import org.deepsalt.model.CancelledException;
import org.deepsalt.model.DeepSaltException;
import org.deepsalt.model.InvalidRequestException;
import org.geotools.process.ProcessException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the command line. */
@Command(
        name = "deepsalt",
        description = "Soil-salinity maps from EnMAP scenes.",
        subcommands = {
            ListCommand.class,
            HelpOnProcess.class,
            RunCommand.class,
            BatchCommand.class,
            BatchWorkerCommand.class,
            ServeCommand.class,
            SampleCommand.class,
            VersionCommand.class
        },
        footer = {
            "",
            "'deepsalt benchmark' measures the estimation on this machine, 'deepsalt torture' attacks a host, 'deepsalt"
                    + " simulate' tells hours of many machines; they are built when first asked for.",
            "Exit codes: 0 ok, 1 failed, 2 usage, 3 cancelled."
        })
public final class Main {
    private Main() {}

    /** Runs a command and ends the JVM with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs a command. */
    static int run(String... arguments) {
        return execute(commands(), arguments.length == 0 ? new String[] {"--help"} : arguments);
    }

    /** All commands that need no building of their own. */
    public static CommandLine commands() {
        return new CommandLine(new Main());
    }

    /** Runs another command with the same options for help and version, messages and exit codes. */
    public static int execute(CommandLine line, String... arguments) {
        LoggingSetup.apply();
        describe(line);
        line.setExecutionExceptionHandler((exception, command, parsed) -> explain(exception, command));
        line.setParameterExceptionHandler((exception, rejected) -> {
            PrintWriter err = exception.getCommandLine().getErr();
            err.println(exception.getMessage());
            exception.getCommandLine().usage(err);
            return ExitCode.USAGE;
        });
        return line.execute(arguments);
    }

    /** Gives a command and all below it {@code --help} and {@code --version}. */
    private static void describe(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(() ->
                new String[] {VersionCommand.text()});
        line.getSubcommands().values().forEach(Main::describe);
    }

    private static int explain(Exception exception, CommandLine command) throws Exception {
        if (exception instanceof CancelledException) {
            return ExitCode.CANCELLED;
        }
        if (exception instanceof DeepSaltException || exception instanceof ProcessException) {
            command.getErr().println(exception.getMessage());
            return exception instanceof InvalidRequestException ? ExitCode.USAGE : ExitCode.FAILED;
        }
        throw exception;
    }
}
