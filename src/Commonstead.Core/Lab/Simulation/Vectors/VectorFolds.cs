namespace Commonstead.Core;

/// <summary>Turns folds into folds of lanes: shared by all, going on year by year, or each lane with its own
/// items.</summary>
internal sealed class VectorFolds(VectorCompiler compiler, int saleSlot)
{
    /// <summary>How far a fold reaches, which also settles how far its items do.</summary>
    public Reach ReachOf(FoldNode fold)
    {
        if (IsHeld(fold))
        {
            DefineHeld(fold);
            return Reach.Lane;
        }

        Define(fold, Domain(fold), Reach.Year);
        var reach = Inner(fold);
        if (reach.IsShared()) return reach;

        // What is carried differs by lane as soon as anything else does.
        Define(fold, Domain(fold), Reach.Lane);
        _ = Inner(fold);
        return Reach.Lane;
    }

    public VectorNode Make(FoldNode fold, Reach reach)
    {
        if (IsHeld(fold))
        {
            DefineHeld(fold);
            var period = (PeriodDomain)fold.Domain;
            var ofYears = Plan(fold);
            var held = new HeldFoldVector(ofYears, period.Months, period.Slot, compiler.NextHeld);
            compiler.NewHeld(held);
            return held;
        }

        Define(fold, Domain(fold), Reach.Lane);
        if (fold.Domain is ListDomain list) return new ListFoldVector(Plan(fold), list, reach);
        var domain = (PeriodDomain)fold.Domain;
        var isShared = Domain(fold).IsShared();
        var (from, to) = (compiler.Make(domain.From), compiler.Make(domain.To));
        return new PeriodFoldVector(Plan(fold), from, to, domain.Months, domain.Slot, isShared, reach);
    }

    private FoldPlan Plan(FoldNode fold) => new(
        fold.Kind, fold.Start is null ? null : compiler.Make(fold.Start.Initial), fold.Start?.Slot ?? -1,
        fold.Where is null ? null : compiler.Make(fold.Where), compiler.Make(fold.Body));

    private Reach Inner(FoldNode fold)
    {
        var reach = Domain(fold).And(compiler.ReachOf(fold.Body));
        if (fold.Start is not null) reach = reach.And(compiler.ReachOf(fold.Start.Initial));
        return fold.Where is null ? reach : reach.And(compiler.ReachOf(fold.Where));
    }

    private Reach Domain(FoldNode fold) => fold.Domain is PeriodDomain period
        ? compiler.ReachOf(period.From).And(compiler.ReachOf(period.To))
        : Reach.Study;

    private void Define(FoldNode fold, Reach domain, Reach carried)
    {
        var items = domain.IsShared() ? Reach.Year : Reach.Lane;
        if (fold.Domain is PeriodDomain period)
        {
            compiler.Define(period.Slot, RuleKind.Date, items);
            compiler.Define(period.Slot + 1, RuleKind.Date, items);
            compiler.Define(period.Slot + 2, RuleKind.Whole, Reach.Year);
        }
        else if (fold.Domain is ListDomain list)
        {
            for (var field = 0; field < list.SlotCount; field++)
                compiler.Define(list.Slot + field, RuleKind.Number, Reach.Year);
        }

        if (fold.Start is not null) compiler.Define(fold.Start.Slot, RuleKind.Number, carried);
    }

    private void DefineHeld(FoldNode fold)
    {
        var period = (PeriodDomain)fold.Domain;
        compiler.Define(period.Slot, RuleKind.Date, Reach.Year);
        compiler.Define(period.Slot + 1, RuleKind.Date, Reach.Year);
        compiler.Define(period.Slot + 2, RuleKind.Whole, Reach.Lane);
        if (fold.Start is not null) compiler.Define(fold.Start.Slot, RuleKind.Number, Reach.Lane);
    }

    // From the day of purchase to the day of sale, over nothing that only the sale tells.
    private bool IsHeld(FoldNode fold)
    {
        if (saleSlot < 0) return false;
        if (fold.Domain is not PeriodDomain { From: SlotNode from, To: SlotNode to } period) return false;
        if (from.Slot != compiler.PurchaseSlot || to.Slot != saleSlot) return false;
        var own = new HashSet<int> { period.Slot, period.Slot + 1, period.Slot + 2 };
        if (fold.Start is not null) own.Add(fold.Start.Slot);
        RuleNode?[] parts = [fold.Start?.Initial, fold.Where, fold.Body];
        return parts.OfType<RuleNode>().All(part => !HasFold(part) && RuleNodes.Slots(part)
            .All(slot => own.Contains(slot) || compiler.Reaches[slot] is Reach.Study or Reach.Held));
    }

    private static bool HasFold(RuleNode node) => node is FoldNode || RuleNodes.Parts(node).Any(HasFold);
}
