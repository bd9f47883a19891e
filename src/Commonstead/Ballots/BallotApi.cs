using System.Text;

namespace Commonstead.Ballots;

/// <summary>The published bundle, for whoever counts again.</summary>
internal static class BallotApi
{
    public static void MapBallots(this IEndpointRouteBuilder routes) => routes
        .MapGet("/ballots/{id}/bundle.json", async (BallotId id, BallotRegister ballots) =>
            await ballots.Ballot(id) is { } ballot && await ballots.Bundle(ballot) is { } bundle
                ? Results.File(Encoding.UTF8.GetBytes(bundle), "application/json", $"ballot-{ballot.Id}.json")
                : Results.NotFound())
        .RequireAuthorization(BallotPermission.See);
}
