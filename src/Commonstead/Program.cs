using System.CommandLine;
using Commonstead.Demonstration;
using Commonstead.Platform.Cli;
using Commonstead.Pricing;

var program = new RootCommand("Commonstead: the program a community land trust runs itself on.")
{
    DemoCommand.Make(),
    ServeCommand.Make(),
    VerifyCommand.Make(),
    PriceCommand.Make(),
    RulesCommand.Make(),
};
return await CommandLine.Run(program, args);
