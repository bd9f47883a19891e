using System.CommandLine;
using Commonstead.Platform.Cli;

namespace Commonstead.Pricing;

/// <summary><c>commonstead rules</c>: checks rule documents and runs their examples.</summary>
public static class RulesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make() => new("rules", "Check rule documents and run their examples.") { Test(), Check() };

    private static Command Test()
    {
        var place = new Argument<string?>("FILE|FOLDER")
        {
            Description = "A rule document, a shipped rule's name, or a folder of documents; "
                + "the shipped rules unless told.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("test", "Run every example of rule documents.") { place };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (passed, failed) = (0, 0);
            foreach (var path in Documents(parsed.GetValue(place)))
            {
                var parse = RuleFiles.Parse(path, path);
                foreach (var error in parse.Errors) output.WriteLine(error);
                failed += parse.Errors.Count;
                foreach (var example in parse.Document?.Examples ?? [])
                {
                    var errors = example.Run();
                    foreach (var error in errors) output.WriteLine(error);
                    if (errors.Count == 0) passed++;
                    else failed++;
                }
            }

            output.WriteLine($"{Counted.Of(passed, "example")} {(passed == 1 ? "agrees" : "agree")}, "
                + $"{failed} {(failed == 1 ? "does" : "do")} not.");
            return failed == 0 ? ExitCode.Done : ExitCode.Broken;
        });
        return command;
    }

    private static Command Check()
    {
        var file = new Argument<string>("FILE") { Description = "A rule document, or a shipped rule's name." };
        var command = new Command("check", "Say what is wrong with a rule document and what was expected.") { file };
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(file);
            var parse = RuleFiles.Parse(RuleFiles.Find(name), name);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var error in parse.Errors) output.WriteLine(error);
            if (parse.Document is not { } rule) return ExitCode.BadInput;
            output.WriteLine($"{rule.Title}: a sound rule in {rule.Currency} with {rule.Givens.Count} facts, "
                + $"{rule.Steps.Count} steps and {rule.Examples.Count} examples.");
            output.WriteLine($"Its hash is {rule.Hash}.");
            return ExitCode.Done;
        });
        return command;
    }

    private static List<string> Documents(string? place)
    {
        if (place is null) return [.. RuleBook.Shipped()];
        if (!Directory.Exists(place)) return [RuleFiles.Find(place)];
        var options = new EnumerationOptions { RecurseSubdirectories = true };
        var found = Directory.EnumerateFiles(place, "*.md", options)
            .Where(path => Path.GetFileName(path) != "README.md").Order(StringComparer.Ordinal).ToList();
        return found.Count > 0
            ? found : throw new CommandRefusedException($"There is no rule document in {place}.", ExitCode.NotFound);
    }
}
