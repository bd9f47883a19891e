using Commonstead.Platform.Operations;

namespace Commonstead.Members;

/// <summary>The form that settles a member's dues, with what was settled before.</summary>
public sealed class RecordDuesModel(
    OperationRunner runner, MemberRegister members, RecordDues record, DuesBook dues, Acting acting)
    : MemberForm<RecordDuesInput>(runner, members, record)
{
    /// <summary>The terms of today.</summary>
    internal MembershipTerms Terms { get; private set; } = null!;

    /// <summary>What was settled, the latest first.</summary>
    internal IReadOnlyList<DuesPayment> Payments { get; private set; } = [];

    /// <inheritdoc/>
    protected override async Task Prepare(bool isNew)
    {
        Terms = await Register.TermsOn(acting.Today);
        Payments = await dues.Of(Member.Id);
        if (!isNew || Terms.Dues is not { } amount) return;
        var asked = await dues.AskedSince(acting.Today) ?? acting.Today;
        var from = Member.SettledThrough.AddDays(1) < asked ? asked : Member.SettledThrough.AddDays(1);
        (Input.On, Input.Amount) = (acting.Today, amount);
        Input.Through = Terms.DuesPeriod switch
        {
            DuesPeriod.Month => from.AddMonths(1),
            DuesPeriod.Quarter => from.AddMonths(3),
            _ => from.AddYears(1),
        };
        Input.Through = Input.Through.Value.AddDays(-1);
    }
}
