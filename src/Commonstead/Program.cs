using System.CommandLine;
using Commonstead.Platform.Cli;

var program = new RootCommand("Commonstead: the program a community land trust runs itself on.")
{
    ServeCommand.Make(),
    VerifyCommand.Make(),
};
return await CommandLine.Run(program, args);
