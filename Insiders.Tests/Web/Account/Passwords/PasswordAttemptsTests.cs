using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account.Passwords;

namespace Insiders.Tests.Web.Account.Passwords;

public sealed class PasswordAttemptsTests
{
    private readonly HandClock _time = new(SavedRuns.Noon);
    private readonly PasswordAttempts _tries;

    public PasswordAttemptsTests() => _tries = new PasswordAttempts(_time);

    [Fact]
    public void After_five_wrong_ones_each_wait_is_twice_the_last_up_to_an_hour()
    {
        Fail("ana", "10.0.0.1", 4);
        Assert.Null(_tries.FindWait("ana", "10.0.0.1"));

        foreach (var seconds in new[] { 30, 60, 120, 240, 480, 960, 1920, 3600, 3600 })
        {
            Assert.Null(_tries.Begin("ana", "10.0.0.1"));
            Assert.Equal(TimeSpan.FromSeconds(seconds), _tries.FindWait("ana", "10.0.0.1"));
            Assert.Equal(TimeSpan.FromSeconds(seconds), _tries.Begin("ana", "10.0.0.1"));
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }
    }

    [Fact]
    public void Who_guesses_locks_out_nobody_else_and_no_other_account()
    {
        Fail("ana", "10.0.0.1", 5);

        Assert.NotNull(_tries.Begin("ana", "10.0.0.1"));
        Assert.Null(_tries.Begin("ana", "10.0.0.2"));
        Assert.Null(_tries.Begin("ana", PasswordAttempts.OwnBrowser));
        Assert.Null(_tries.Begin("bea", "10.0.0.1"));
        Assert.True(_tries.IsTried("ana"));
    }

    [Fact]
    public void A_right_password_ends_the_count_of_its_place_and_tells_of_the_others()
    {
        Fail("ana", "10.0.0.1", 6);
        _time.Advance(TimeSpan.FromHours(2));
        _tries.Begin("ana", "10.0.0.2");

        Assert.Equal(new FailedAttempts(5, 2, _time.GetUtcNow()), _tries.Succeed("ana", "10.0.0.2"));
        Assert.Equal(5, _tries.FindTold("ana")!.Count);
        _tries.Begin("ana", "10.0.0.2");
        Assert.Null(_tries.Succeed("ana", "10.0.0.2"));
        Assert.Null(_tries.FindTold("ana"));
    }

    [Fact]
    public void An_account_that_the_whole_network_tries_leaves_a_new_place_one_try_and_the_owner_s_browser_five()
    {
        for (var place = 0; place < PasswordAttempts.Attack; place++)
        {
            Assert.Null(_tries.Begin("ana", $"10.0.1.{place}"));
        }

        Assert.Null(_tries.Begin("ana", "10.0.2.1"));
        Assert.NotNull(_tries.Begin("ana", "10.0.2.1"));
        Fail("ana", PasswordAttempts.OwnBrowser, 4);
        Assert.Null(_tries.FindWait("ana", PasswordAttempts.OwnBrowser));
    }

    [Fact]
    public void Tries_at_once_are_no_way_around()
    {
        var begun = 0;
        Parallel.For(0, 200, _ =>
        {
            if (_tries.Begin("ana", "10.0.0.1") is null)
            {
                Interlocked.Increment(ref begun);
            }
        });

        Assert.Equal(PasswordAttempts.Free, begun);
    }

    [Fact]
    public void Made_up_accounts_without_end_are_forgotten_and_the_rest_goes_on()
    {
        for (var i = 0; i < 150_000; i++)
        {
            _tries.Begin($"nobody{i}", "10.0.0.1");
        }

        Fail("ana", "10.0.0.1", 5);
        Assert.NotNull(_tries.Begin("ana", "10.0.0.1"));
        _tries.Forgive("ana");
        Assert.Null(_tries.Begin("ana", "10.0.0.1"));
    }

    private void Fail(string account, string place, int times)
    {
        for (var i = 0; i < times; i++)
        {
            _tries.Begin(account, place);
        }
    }
}
