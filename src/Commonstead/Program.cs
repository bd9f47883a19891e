using System.CommandLine;
using Commonstead.Ballots;
using Commonstead.Demonstration;
using Commonstead.Lab;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Platform.Cli;
using Commonstead.Pricing;
using Commonstead.Series;

var program = new RootCommand("Commonstead: the program a community land trust runs itself on.")
{
    DemoCommand.Make(),
    ServeCommand.Make(),
    VerifyCommand.Make(),
    PriceCommand.Make(),
    RulesCommand.Make(),
    CountCommand.Make(),
    LabCommand.Make(),
    SeriesModule.SeriesCommands(),
    LeasesModule.LeaseCommands(),
};
foreach (var command in LandModule.LandCommands()) program.Add(command);
return await CommandLine.Run(program, args);
