using System.CommandLine;
using Commonstead.Platform.Cli;
using Commonstead.Pricing;
using Commonstead.Series;

var program = new RootCommand("Commonstead: the program a community land trust runs itself on.")
{
    ServeCommand.Make(),
    VerifyCommand.Make(),
    PriceCommand.Make(),
    RulesCommand.Make(),
    SeriesModule.SeriesCommands(),
};
return await CommandLine.Run(program, args);
