namespace Insiders.Tests.Fixtures;

/// <summary>A test that reads the real ledgers: skipped with a reason if they are missing, and failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealFileFactAttribute : FactAttribute
{
    public RealFileFactAttribute()
    {
        // In CI the test runs and fails on the missing file, so that a skipped suite is not mistaken for a passing one.
        if (!SharedData.IsHere && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "The real ledgers are not here: put them in ../shared/data or name their folder in INSIDERS_DATA.";
        }
    }
}
