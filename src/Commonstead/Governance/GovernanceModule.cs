using Commonstead.Ballots;
using Commonstead.Desk;
using Commonstead.Land;
using Commonstead.People;
using Commonstead.Platform.Audit;
using Commonstead.Platform.Documents;
using Commonstead.Platform.Hours;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Pricing;

namespace Commonstead.Governance;

/// <summary>The bylaws, and what is resolved under them.</summary>
public static class GovernanceModule
{
    /// <summary>Adds governance to the program.</summary>
    public static IServiceCollection AddGovernance(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Resolutions", "/resolutions", GovernancePermission.See, 30, "Governance"))
        .AddSingleton(new NavigationEntry("Bylaws", "/bylaws", GovernancePermission.See, 34, "Governance"))
        .AddSingleton(new NavigationEntry("Meetings", "/meetings", GovernancePermission.See, 31, "Governance"))
        .AddSingleton(RecordKind.Of<Meeting, MeetingId>(
            "Meeting", "/meetings/", GovernancePermission.See, m => new NamedRecord(m.Id.Value, m.Title, null)))
        .AddScoped<Electorate>().AddScoped<MeetingRegister>().AddScoped<MeetingRules>().AddScoped<MeetingMail>()
        .AddScoped<HandCount>().AddScoped<MinutesDraft>()
        .AddScoped<MeetingPapers>().AddScoped<IDocumentOwner, MeetingDocuments>()
        .AddScoped<IDocumentOwner, AgendaItemDocuments>()
        .AddScoped<PlanMeeting>().AddScoped<AddAgendaItem>().AddScoped<RemoveAgendaItem>().AddScoped<CallMeeting>()
        .AddScoped<RecordWaiver>().AddScoped<CancelMeeting>().AddScoped<OpenMeeting>().AddScoped<RecordArrival>()
        .AddScoped<RecordLeaving>().AddScoped<MoveMotion>().AddScoped<RecordAmendment>().AddScoped<DecideMotion>()
        .AddScoped<CloseMeeting>().AddScoped<SaveMinutes>().AddScoped<ApproveMinutes>()
        .AddScoped<ICalendarDays, MeetingDays>()
        .AddSingleton(new NavigationEntry("Board", "/board", GovernancePermission.See, 33, "Governance"))
        .AddSingleton(RecordKind.Of<Directorship, DirectorshipId>(
            "Seat on the board", "/board/", GovernancePermission.Keep))
        .AddScoped<BoardRegister>().AddScoped<IPersonTies, DirectorTies>()
        .AddScoped<SeatDirector>().AddScoped<EndDirectorship>()
        .AddSingleton(new GlossaryEntry(
            "Resolution", "What the board or the members decide by vote, with what it permits to be done."))
        .AddSingleton(new GlossaryEntry(
            "Quorum", "How many have to be there for a meeting to decide anything."))
        .AddSingleton(RecordKind.Of<Resolution, ResolutionId>(
            "Resolution", "/resolutions/", GovernancePermission.See,
            r => new NamedRecord(r.Id.Value, r.Title, null)))
        .AddSingleton(RecordKind.Of<Bylaws, BylawsId>(
            "Version of the bylaws", "/bylaws/", GovernancePermission.See))
        .AddScoped<BodyNames>().AddScoped<BylawBook>().AddScoped<BylawDrafts>()
        .AddScoped<ResolutionBook>().AddScoped<ResolutionRegister>()
        .AddScoped<DraftBylaws>().AddScoped<SetAct>().AddScoped<SetBoardShape>().AddScoped<PutBylawsInForce>()
        .AddScoped<DropBylaws>()
        .AddScoped<ProposeResolution>().AddScoped<RecordDecision>().AddScoped<ConfirmDecision>()
        .AddScoped<RecordConsent>().AddScoped<WithdrawResolution>()
        .AddScoped<IPermitsDisposal, Permits>().AddScoped<IPermitsRules, Permits>()
        .AddScoped<IHandles<LandLetGo>, Permits>().AddScoped<IHandles<RuleAdopted>, Permits>()
        .AddScoped<IGivesBallotSubjects, ResolutionBallots>().AddScoped<IHandles<BallotDeclared>, ResolutionBallots>()
        .AddElections()
        .AddScoped<IDeskWork, GovernanceDesk>();

    private static IServiceCollection AddElections(this IServiceCollection services) => services
        .AddSingleton(new NavigationEntry("Elections", "/elections", GovernancePermission.See, 35, "Governance"))
        .AddSingleton(RecordKind.Of<Election, ElectionId>(
            "Election", "/elections/", GovernancePermission.See, e => new NamedRecord(e.Id.Value, e.Title, null)))
        .AddScoped<SeatRules>().AddScoped<ElectionMail>().AddScoped<ElectionBook>()
        .AddScoped<ElectionRegister>().AddScoped<NominationRules>()
        .AddScoped<CallElection>().AddScoped<NominateCandidate>().AddScoped<StandForElection>()
        .AddScoped<SupportNomination>().AddScoped<WithdrawNomination>().AddScoped<CloseNominations>()
        .AddScoped<CallOffElection>().AddScoped<ProposeCandidate>().AddScoped<ConsentToNomination>()
        .AddScoped<RemindOfNominations>().AddScoped<CountBacks>().AddScoped<CountBack>().AddScoped<DeclineSeat>()
        .AddSingleton<ElectionHours>().AddSingleton<IKeepsHours>(s => s.GetRequiredService<ElectionHours>())
        .AddScoped<ICalendarDays, ElectionDays>()
        .AddScoped<IGivesBallotSubjects, ElectionBallots>().AddScoped<IHandles<BallotDeclared>, ElectionBallots>();
}
