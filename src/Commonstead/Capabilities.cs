using Commonstead.Accounts;
using Commonstead.Ballots;
using Commonstead.Desk;
using Commonstead.Governance;
using Commonstead.Lab;
using Commonstead.Land;
using Commonstead.Leases;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Pricing;
using Commonstead.Resales;
using Commonstead.Series;
using Commonstead.Trail;

namespace Commonstead;

/// <summary>What the program can do, one line a capability.</summary>
public static class Capabilities
{
    /// <summary>Every permission there is; the operator at the command line holds them all.</summary>
    public static IReadOnlySet<string> Permissions => RoleTable.All;

    /// <summary>Adds every capability's operations and reads.</summary>
    public static IServiceCollection Add(IServiceCollection services) => services
        .AddDesk()
        .AddLand()
        .AddPeople()
        .AddLeases()
        .AddPricing()
        .AddSeries()
        .AddLab()
        .AddResales()
        .AddMembers()
        .AddBallots()
        .AddGovernance()
        .AddTrail()
        .AddAccounts();

    /// <summary>Maps every capability's endpoints.</summary>
    public static void Map(WebApplication app)
    {
        app.MapBallots();
        app.MapGovernance();
        app.MapPricing();
        app.MapLand();
        app.MapLeases();
        app.MapPeople();
        app.MapResales();
        app.MapSeries();
    }
}
