namespace Commonstead.Platform.Cli;

/// <summary>A file that a command names.</summary>
internal static class CommandFile
{
    /// <summary>Stops a command that names a folder, or nothing there is.</summary>
    /// <exception cref="CommandRefusedException">It is no file.</exception>
    public static void MustBeThere(string path)
    {
        if (Directory.Exists(path)) throw new CommandRefusedException($"{path} is a folder.", ExitCode.BadInput);
        if (!File.Exists(path)) throw new CommandRefusedException($"There is no file {path}.", ExitCode.NotFound);
    }
}
