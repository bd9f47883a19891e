using Commonstead.Desk;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Hours;
using Commonstead.Platform.Web;

namespace Commonstead.Ballots;

/// <summary>Votes that anyone can recount.</summary>
public static class BallotsModule
{
    /// <summary>Adds ballots to the program.</summary>
    public static IServiceCollection AddBallots(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Ballots", "/ballots", BallotPermission.See, 32, "Governance"))
        .AddSingleton(RecordKind.Of<Ballot, BallotId>(
            "Ballot", "/ballots/", BallotPermission.See, b => new NamedRecord(b.Id.Value, b.Title, null)))
        .AddSingleton<BoxKeys>().AddSingleton<BallotBox>()
        .AddSingleton<BallotHours>().AddSingleton<IKeepsHours>(s => s.GetRequiredService<BallotHours>())
        .AddScoped<BallotOpening>().AddScoped<LeaveUnopened>()
        .AddScoped<BallotRegister>().AddScoped<IOwnBallots>(s => s.GetRequiredService<BallotRegister>())
        .AddScoped<IDeskWork, BallotDesk>().AddScoped<BallotMail>().AddScoped<PaperRoom>()
        .AddScoped<RemindVoters>().AddScoped<MarkPaperVoter>().AddScoped<EnterPaper>().AddScoped<SettlePaper>()
        .AddScoped<IssueVotingCode>().AddScoped<RecountBallot>()
        .AddScoped<BallotsWithoutResult>()
        .AddScoped<BallotSubjects>().AddScoped<IBallots>(s => s.GetRequiredService<BallotSubjects>())
        .AddScoped<DraftBallot>().AddScoped<ConfirmShare>().AddScoped<OpenBallot>().AddScoped<CastPaper>()
        .AddScoped<StoreEnvelopes>().AddScoped<UnsealBox>().AddScoped<DeclareBallot>().AddScoped<CallOffBallot>();
}
