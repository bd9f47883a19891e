using Commonstead.Lab;

namespace Commonstead.Demonstration;

/// <summary>Publishes a study of the lab: what the trust's rules would have done in the years that it has figures of.
/// </summary>
internal sealed class DemoLab(DemoWork work)
{
    public async Task Publish()
    {
        var question = new LabQuestion();
        await work.Ask(async (LabBench bench) =>
        {
            await bench.Begin(question);
            return true;
        });
        var study = await work.Ask((LabBench bench) => bench.Replay(question, CancellationToken.None));
        await work.Do((PublishStudy o) => o, new PublishStudyInput
        {
            Title = "What our rules would have done",
            Address = "/lab" + QueryString.Create(LabAddress.Of(question)),
            File = study.Value.File(),
        });
    }
}
