namespace Insiders.Tests.Fixtures;

/// <summary>A test of the cases in ../shared/cases: skipped with a reason where they are not, failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShopCaseTheoryAttribute : TheoryAttribute
{
    public ShopCaseTheoryAttribute()
    {
        if (!ShopCase.IsHere && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = "The cases are not here: put them in ../shared/cases.";
        }
    }
}
